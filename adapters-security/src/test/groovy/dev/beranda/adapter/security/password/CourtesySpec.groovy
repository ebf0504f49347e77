package dev.beranda.adapter.security.password

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.lang.Specification

@Requires({ os.linux })
class CourtesySpec extends Specification {

    def "whoever hashes lets everybody else go first"() {
        given:
        def pool = new HashingPool(1, 1, Duration.ofSeconds(1))

        expect:
        pool.run { niceness() } == Courtesy.NICENESS
        niceness() == 0

        cleanup:
        pool?.close()
    }

    @IgnoreIf({ !instance.knowsStretches() })
    def "and asks for a long stretch, so that who is content with a short one need not wait for its end"() {
        given:
        def pool = new HashingPool(1, 1, Duration.ofSeconds(1))

        expect:
        pool.run { stretch() } == Courtesy.STRETCH
        stretch() < Courtesy.STRETCH

        cleanup:
        pool?.close()
    }

    /** Since Linux 6.12. */
    boolean knowsStretches() {
        def (major, minor) = System.getProperty('os.version').tokenize('.-').take(2)*.toInteger()
        (major > 6 || major == 6 && minor >= 12) && Files.exists(Path.of('/proc/self/sched'))
    }

    private static Duration stretch() {
        def line = Files.readAllLines(Path.of('/proc/thread-self/sched')).find { it.startsWith('se.slice') }
        Duration.ofNanos(line.tokenize(' ').last() as long)
    }

    private static int niceness() {
        Files.readString(Path.of('/proc/thread-self/stat')).replaceAll(/.*\) /, '').tokenize(' ')[16] as int
    }
}
