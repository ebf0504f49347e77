package dev.beranda.postgres

import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

class PidFileSpec extends Specification {

    static final List<String> WHOLE = ["4711", "/data", "1795232904", "5432", "", "127.0.0.1", " 10028150 4", "ready   "]

    @TempDir
    Path folder

    def "a file of #lines lines is understood as far as it goes"() {
        expect:
        PidFile.parse(WHOLE.take(lines)) == expected

        where:
        lines || expected
        0     || Optional.empty()
        1     || Optional.of(new PidFile(4711, "", OptionalInt.empty(), false))
        4     || Optional.of(new PidFile(4711, "/data", OptionalInt.of(5432), false))
        7     || Optional.of(new PidFile(4711, "/data", OptionalInt.of(5432), false))
        8     || Optional.of(new PidFile(4711, "/data", OptionalInt.of(5432), true))
    }

    def "a server that is #status is not ready"() {
        expect:
        !PidFile.parse(WHOLE.take(7) + status).get().ready()

        where:
        status << ["starting", "stopping", "standby "]
    }

    def "no file, no server"() {
        expect:
        PidFile.in(folder).empty
    }

    @Requires({ os.linux })
    def "another process that got the number since is not taken for the server"() {
        given:
        def stranger = new ProcessBuilder("sleep", "60").directory(folder.toFile()).start()

        expect:
        !PidFile.parse(["${stranger.pid()}", "$folder"]*.toString()).get().serves(folder, platform)

        cleanup:
        stranger?.destroyForcibly()

        where:
        platform << [Platform.LINUX_X86_64, Platform.DARWIN_ARM_64]
    }

    @Requires({ os.linux })
    def "a server of another cluster is not taken for that of a copy"() {
        given:
        def original = Files.createDirectory(folder.resolve("original"))
        def copy = Files.createDirectory(folder.resolve("copy"))
        def program = Files.copy(Path.of("/bin/sleep").toRealPath(), folder.resolve("postgres"))
        def server = new ProcessBuilder(program.toString(), "60").directory(original.toFile()).start()
        def file = PidFile.parse(["${server.pid()}", "$original"]*.toString()).get()

        expect:
        file.serves(original, platform)
        !file.serves(copy, platform)

        cleanup:
        server?.destroyForcibly()

        where:
        platform << [Platform.LINUX_X86_64, Platform.DARWIN_ARM_64]
    }
}
