package dev.beranda.postgres

import spock.lang.Requires
import spock.lang.TempDir

import java.nio.file.Path

@Requires({ os.linux })
class ServerProcessIT extends PostgresSpecification {

    @TempDir
    Path directory

    Folder folder

    def setup() {
        EmbeddedPostgres.open(directory, Durability.DISPOSABLE).close()
        folder = Folder.claim(directory)
    }

    def cleanup() {
        folder.close()
    }

    private ServerProcess server(Platform platform) {
        def unpacked = BinaryCache.ours(Platform.current()).unpacked(Platform.current())
        def binaries = new Binaries(unpacked.root(), platform, unpacked.version())
        def cluster = new Cluster(folder.cluster(), Account.owning(folder.cluster(), Platform.current()))
        new ServerProcess(folder, cluster, binaries, Settings.of(Durability.DISPOSABLE))
    }

    def "a server that was killed has crashed, one that was stopped has not"() {
        given:
        def server = server(Platform.current())
        server.run()

        when:
        end("KILL", server)

        then:
        server.condition() == ServerProcess.Condition.CRASHED

        when:
        server.run()

        then:
        server.condition() == ServerProcess.Condition.RUNNING

        when:
        server.stop()

        then:
        server.condition() == ServerProcess.Condition.STOPPED
        server.running().empty
    }

    def "one that gave up takes its pid file along and has crashed, one that somebody else stopped has not: #signal"() {
        given:
        def server = server(Platform.current())
        server.run()

        when:
        end(signal, server)

        then:
        PidFile.in(folder.cluster()).empty
        server.condition() == condition

        where:
        signal || condition
        "QUIT" || ServerProcess.Condition.CRASHED
        "INT"  || ServerProcess.Condition.STOPPED
        "TERM" || ServerProcess.Condition.STOPPED
    }

    private static void end(String signal, ServerProcess server) {
        def pid = server.running().get().pid()
        send(signal, pid)
        ProcessHandle.of(pid).ifPresent { it.onExit().join() }
    }

    def "one that is up is taken as it is"() {
        given:
        def server = server(Platform.current())
        def port = server.run()
        def pid = server.running().get().pid()

        expect:
        server.run() == port
        server.running().get().pid() == pid

        cleanup:
        server?.stop()
    }

    // A Mac's way, tried where we can: its pg_ctl does the same.
    @Requires({ !PostgresSpecification.root })
    def "without setsid, pg_ctl gives the server its own session"() {
        given:
        def server = server(Platform.DARWIN_X86_64)

        when:
        def port = server.run()
        def pid = server.running().get().pid()

        then:
        groupAndSession(pid)[1] == "$pid"
        server.run() == port
        server.running().get().pid() == pid

        when:
        server.stop()

        then:
        !isAtWork(pid)
    }
}
