package dev.beranda.bootstrap

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The launcher in a clone that has nothing in it, with JDKs and a Maven that only note down what they were asked. */
@Requires({ !os.windows })
class LauncherSpec extends Specification {

    private static final List<String> TOOLS = ['sh', 'cat', 'dirname', 'find', 'head', 'kill', 'ln', 'mkdir', 'mv', 'ps', 'readlink', 'rm', 'sed', 'sleep', 'touch']
    private static final List<String> PLACES = ['/usr/lib/jvm/', '/Library/Java/', '/opt/homebrew/']

    @TempDir
    Path folder

    Path clone
    Path log
    List<Process> started = []

    def setup() {
        folder = folder.toRealPath()
        clone = Files.createDirectories(folder.resolve('a clone of beranda'))
        log = Files.createFile(folder.resolve('log'))
        write('bootstrap/src/main/java/House.java')
        write('pom.xml')
        write('domain/src/test/groovy/HouseSpec.groovy')
        def launcher = new File('../beranda').text
        assert PLACES.every { launcher.contains(it) }
        executable(clone.resolve('beranda'), PLACES.inject(launcher) { text, place -> text.replace(place, "$folder$place") })
        def tools = Files.createDirectories(folder.resolve('tools'))
        TOOLS.findAll { onPath(it) }.each { Files.createSymbolicLink(tools.resolve(it), onPath(it)) }
    }

    def cleanup() {
        started.each { launcher ->
            launcher.descendants().forEach { it.destroyForcibly() }
            launcher.destroyForcibly().waitFor()
        }
    }

    def "it takes a JDK that is new enough, wherever it is: #what"() {
        given:
        jdk('usr/lib/jvm/java-17', 17)
        jdk('usr/lib/jvm/java-21', 21)
        maven()
        jdk(place, version)

        when:
        def run = launch(['run'], [HOME: "$folder/home".toString()] + (settings.call(folder) as Map))

        then:
        run.status == 0
        asked('java').every { it.startsWith("$folder/$place/bin/java ") }
        asked('java').last().endsWith(' dev.beranda.bootstrap.Beranda')

        where:
        what                               | place                                              | version | settings
        'in JAVA_HOME'                     | 'my/jdk'                                           | 25      | { [JAVA_HOME: "$it/my/jdk".toString()] }
        'beside a JAVA_HOME too old'       | 'usr/lib/jvm/temurin-25'                           | 25      | { [JAVA_HOME: "$it/usr/lib/jvm/java-21".toString()] }
        'beside a JAVA_HOME of nothing'    | 'usr/lib/jvm/temurin-25'                           | 25      | { [JAVA_HOME: '/nowhere'] }
        'among older ones'                 | 'usr/lib/jvm/a-later-one'                          | 26      | { [:] }
        'on the path'                      | 'opt/jdk'                                          | 25      | { [PATH: "$it/opt/jdk/bin:$it/tools:$it/maven".toString()] }
        'by SDKMAN'                        | 'home/.sdkman/candidates/java/25-tem'              | 25      | { [:] }
        'by an IDE'                        | 'home/.jdks/openjdk-27'                            | 27      | { [:] }
        'of a Mac'                         | 'Library/Java/JavaVirtualMachines/25/Contents/Home' | 25     | { [:] }
        'by Homebrew'                      | 'opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home' | 25 | { [:] }
    }

    def "without a home it looks everywhere else"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()

        expect:
        launch(['run']).status == 0
    }

    def "where no JDK will do, it says which would: #what"() {
        given:
        jdk('usr/lib/jvm/java-17', 17)
        maven()
        what == 'no compiler' && Files.delete(jdk('usr/lib/jvm/jre-25', 25).resolve('bin/javac'))

        when:
        def run = launch([command], [JAVA_HOME: "$folder/usr/lib/jvm/java-17".toString()])

        then:
        run.status == 1
        run.errors == ['beranda: no JDK 25 or newer found; install one or point JAVA_HOME at it']
        asked('java') + asked('mvn') == []

        where:
        what          | command
        'too old'     | 'run'
        'too old'     | 'test'
        'no compiler' | 'run'
    }

    def "Maven has to be there, and new enough: #version"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        version && maven(version)

        when:
        def run = launch(['run'])

        then:
        run.status == (says ? 1 : 0)
        run.errors == (says ? ["beranda: $says".toString()] : [])

        where:
        version  || says
        null     || 'mvn (Maven 3.8 or newer) is not on the PATH'
        '3.6.3'  || 'mvn is 3.6; Maven 3.8 or newer is needed'
        '2.9.0'  || 'mvn is 2.9; Maven 3.8 or newer is needed'
        'gone'   || 'mvn does not tell its version'
        '3.8.0'  || null
        '3.10.1' || null
        '4.0.0'  || null
    }

    def "what it does not know it says, and does nothing: #words"() {
        when:
        def run = launch(words)

        then:
        run.status == 1
        run.errors.last() == "beranda: $says"

        where:
        words               || says
        ['fly']             || 'there is no command fly'
        ['test', '--quick'] || 'test knows --fast and --containers, not --quick'
    }

    def "help is what who says nothing gets"() {
        expect:
        launch(words).with { status == 0 && lines.first() == 'Usage: ./beranda COMMAND' && errors.empty }

        where:
        words << [[], ['help'], ['--help'], ['-h']]
    }

    def "it builds and rehearses once, and builds again what was changed"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()

        when:
        def first = launch(['run'])
        def second = launch(['run'])

        then:
        first.lines.first().startsWith('Building Beranda')
        second.lines.empty
        asked('mvn').size() == 1
        asked('mvn').first().contains(' package')
        asked('java').collect { it.tokenize().last() } == ['Rehearsal', 'Beranda', 'Beranda'].collect { "dev.beranda.bootstrap.$it".toString() }

        when:
        touch('domain/src/test/groovy/HouseSpec.groovy')
        launch(['run'])

        then:
        asked('mvn').size() == 1

        when:
        touch(changed)
        launch(['run'])
        launch(['run'])

        then:
        asked('mvn').size() == 2
        asked('java').count { it.endsWith('Rehearsal') } == 2

        where:
        changed << ['bootstrap/src/main/java/House.java', 'pom.xml', 'adapters/src/build/generate.groovy']
    }

    def "whoever may not write may run what is built"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()
        launch(['build'])
        clone.resolve('target').toFile().deleteDir()

        expect:
        launch(['run']).status == 0
        !Files.exists(clone.resolve('target'))
    }

    def "the server is told what the operator wants of its machine"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()

        when:
        launch(['run'], [BERANDA_JAVA_OPTS: '-Xmx1g -Dsome=thing'])

        then:
        asked('java').last().contains(' -Xmx1g -Dsome=thing -cp ')
    }

    def "a build that fails ends the start, and one that was not rehearsed does not"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()
        Files.createFile(folder.resolve("broken-$what"))

        when:
        def run = launch(['run'])

        then:
        run.status == status
        asked('java').any { it.endsWith('.Beranda') } == starts
        !locked

        where:
        what        || status | starts
        'mvn'       || 1      | false
        'rehearsal' || 0      | true
    }

    def "tests are Maven's: #words"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()

        expect:
        launch(words).status == 0
        asked('mvn')*.replaceFirst('.* -ntp ', '') == [told]
        !locked

        where:
        words              || told
        ['test']           || 'verify'
        ['test', '--fast'] || '-DskipITs verify'
    }

    def "of several who build at once one does, and the others say that they wait: #others"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()
        def hold = Files.createFile(folder.resolve('hold'))

        when:
        def first = begin(['run'])
        await { asked('mvn').size() == 1 }
        def rest = others.collect { begin([it]) }
        await { rest.every { it.errorFile.text.readLines() == ["beranda: waiting for process ${first.process.pid()}, which builds or tests here; Ctrl-C gives up"] } }

        then:
        asked('mvn').size() == 1

        when:
        Files.delete(hold)
        def runs = [first, *rest]*.end()

        then:
        runs.every { it.status == 0 }
        asked('mvn').size() == builds
        asked('together').empty
        !locked

        where:
        others         || builds
        ['run', 'run'] || 1
        ['build']      || 2
        ['test']       || 2
    }

    def "nobody runs what somebody is just testing"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()
        launch(['build'])
        def hold = Files.createFile(folder.resolve('hold'))

        when:
        def test = begin(['test'])
        await { asked('mvn').size() == 2 }
        def run = begin(['run'])
        await { run.errorFile.text.startsWith("beranda: waiting for process ${test.process.pid()}, ") }
        Files.delete(hold)

        then:
        [test, run]*.end()*.status == [0, 0]
        asked('mvn').size() == 2
    }

    @Requires({ LauncherSpec.isHeard(data.signal as String) })
    def "who gives up leaves nothing locked: #signal"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()
        Files.createFile(folder.resolve('hold'))
        def builder = begin(['run'])
        await { asked('mvn').size() == 1 }
        def waiting = begin(['run'])
        await { waiting.errorFile.text.contains('waiting') }

        when:
        waiting.interrupt(signal)

        then:
        waiting.end().status == status
        locked

        when:
        builder.interrupt(signal)

        then:
        builder.end().status == status
        !locked
        asked('java').empty

        where:
        signal || status
        'INT'  || 130
        'TERM' || 143
        'HUP'  || 129
    }

    def "the lock of one that was killed holds nobody up, and only one comes after it"() {
        given:
        jdk('usr/lib/jvm/temurin-25', 25)
        maven()
        def killed = new ProcessBuilder('true').start()
        killed.waitFor()
        Files.createDirectories(clone.resolve('target'))
        Files.createSymbolicLink(lock, Path.of(pid.call(killed) as String))

        when:
        def runs = (1..4).collect { begin(['run']) }*.end()

        then:
        runs.every { it.status == 0 }
        asked('mvn').size() == 1
        asked('together').empty
        clone.resolve('target').toFile().list().length == 0

        where:
        pid << [{ it.pid() }, { 1 }]
    }

    /** Whoever runs in the background may be deaf to some, and nobody below can hear them then. */
    static boolean isHeard(String signal) {
        new ProcessBuilder('sh', '-c', "trap 'exit 7' $signal; kill -$signal \$\$".toString()).start().waitFor() == 7
    }

    private Path getLock() {
        clone.resolve('target/launcher.lock')
    }

    private boolean isLocked() {
        Files.isSymbolicLink(lock)
    }

    private Path jdk(String place, int version) {
        def home = folder.resolve(place)
        Files.createDirectories(home.resolve('bin'))
        Files.writeString(home.resolve('release'), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"${version}.0.1\"\n")
        executable(home.resolve('bin/javac'), '#!/bin/sh\n')
        executable(home.resolve('bin/java'), """#!/bin/sh
            echo "java \$0 \$*" >>'$log'
            sleep 0.02
            for word; do
              case \$word in
                -XX:AOTCacheOutput=*) [ ! -f '$folder/broken-rehearsal' ] || exit 1; : >"\${word#*=}" ;;
              esac
            done
            """.stripIndent())
        home
    }

    /** It builds as long as there is a file `hold`, and notices if another one does. */
    private void maven(String version = '3.9.9') {
        executable(Files.createDirectories(folder.resolve('maven')).resolve('mvn'), """#!/bin/sh
            if [ "\$1" = -v ]; then
              [ $version = gone ] || echo "Apache Maven $version (abc)"
              exit
            fi
            echo "mvn \$*" >>'$log'
            mkdir '$folder/building' 2>/dev/null || echo "together \$*" >>'$log'
            trap "rm -rf '$folder/building'" EXIT
            trap 'exit 1' INT TERM HUP
            while [ -f '$folder/hold' ]; do sleep 0.05; done
            [ ! -f '$folder/broken-mvn' ] || exit 1
            sleep 0.02
            mkdir -p bootstrap/target/beranda
            : >bootstrap/target/beranda/beranda.jar
            """.stripIndent())
    }

    private static void executable(Path file, String text) {
        Files.writeString(file, text)
        assert file.toFile().setExecutable(true)
    }

    private Path write(String file) {
        def path = clone.resolve(file)
        Files.createDirectories(path.parent)
        Files.writeString(path, file)
    }

    private void touch(String file) {
        sleep(20)
        write(file)
    }

    private static Path onPath(String tool) {
        System.getenv('PATH').split(File.pathSeparator).collect { Path.of(it, tool) }.find { Files.isExecutable(it) }
    }

    private List<String> asked(String whom) {
        Files.readAllLines(log).findAll { it.startsWith("$whom ") }*.substring(whom.length() + 1)
    }

    private static void await(Closure<Boolean> condition) {
        new PollingConditions(timeout: 20, delay: 0.02).eventually { assert condition() }
    }

    private Finished launch(List<String> words, Map<String, String> environment = [:]) {
        begin(words, environment).end()
    }

    private Launched begin(List<String> words, Map<String, String> environment = [:]) {
        def number = started.size()
        def builder = new ProcessBuilder([clone.resolve('beranda').toString()] + words)
        builder.environment().clear()
        builder.environment().putAll([PATH: "$folder/tools:$folder/maven".toString()] + environment)
        def launched = new Launched(output: folder.resolve("output-$number").toFile(), errorFile: folder.resolve("errors-$number").toFile())
        launched.process = builder.redirectOutput(launched.output).redirectError(launched.errorFile).start()
        started << launched.process
        launched
    }

    private static class Launched {

        Process process
        File output
        File errorFile

        /** As a terminal does: whoever belongs to it is told. */
        void interrupt(String signal) {
            def pids = [process.pid()] + process.descendants().map { it.pid() }.toList()
            new ProcessBuilder(['kill', "-$signal".toString()] + pids*.toString()).start().waitFor()
        }

        Finished end() {
            assert process.waitFor(30, TimeUnit.SECONDS)
            new Finished(status: process.exitValue(), lines: output.readLines(), errors: errorFile.readLines())
        }
    }

    private static class Finished {

        int status
        List<String> lines
        List<String> errors
    }
}
