package dev.beranda.bootstrap

import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification

/// What bench/faults does by hand for half an hour, at a glance: the packaged server, killed, frozen and overrun. How
/// long anything takes is measured there, not here.
@Requires(value = { os.linux }, reason = 'it reads /proc')
class FaultsIT extends Specification {

    static final LONGEST_MINUTES = 10

    def "the packaged server stands it that #fault"() {
        when:
        def said = new StringBuilder()
        def process = glance(scenario)
        def listening = Thread.startVirtualThread { process.inputStream.eachLine { said << it << '\n' } }
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)
        process.destroy()
        listening.join()

        then:
        said.contains("${scenario.toUpperCase()} passed")
        ended
        process.exitValue() == 0

        where:
        scenario || fault
        'r01'    || 'it is killed under load, in the end with its PostgreSQL'
        'r02'    || 'its PostgreSQL is killed, gives up, is stopped, or loses a session'
        'r03'    || 'its PostgreSQL is frozen'
        'r16'    || 'many log in at once, over and over'
    }

    private static Process glance(String scenario) {
        def builder = new ProcessBuilder('../bench/faults/run.sh', scenario, '--glance').redirectErrorStream(true)
        builder.environment() << [
            JAVA_HOME         : System.getProperty('java.home'),
            BERANDA_DIST      : new File('target/beranda').absolutePath,
            BERANDA_FAULTS_DIR: new File('target/faults').absolutePath]
        builder.start()
    }
}
