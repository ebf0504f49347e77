package dev.beranda.postgres

import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import org.slf4j.LoggerFactory
import spock.lang.Requires
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.time.Duration

/// What is left when something dies.
class SurvivalIT extends PostgresSpecification {

    @TempDir
    Path folder

    def "closing and opening again changes nothing"() {
        given:
        def (port, url, password) = EmbeddedPostgres.open(folder, Durability.DISPOSABLE).withCloseable {
            def before = it.provision("house")
            as(it, "house", before.owner()) { execute(it, "CREATE TABLE guest AS SELECT 'Sari' AS name") }
            [it.port(), before.jdbcUrl(), before.runtime().password()]
        }

        when:
        def server = EmbeddedPostgres.open(folder, Durability.DISPOSABLE)
        def database = server.provision("house")

        then:
        as(server, "house", database.runtime()) { ask(it, "SELECT name FROM guest") } == "Sari"
        server.port() == port
        database.jdbcUrl() == url
        database.runtime().password() == password

        cleanup:
        server?.close()
    }

    def "a server that is killed loses nothing that was committed, and nothing else stays"() {
        given:
        def killed = EmbeddedPostgres.open(folder, Durability.DURABLE)
        def open = killed.superuser().connect("postgres")
        asSuperuser(killed) { execute(it, "CREATE TABLE guest (name text)") }
        asSuperuser(killed) { execute(it, "INSERT INTO guest VALUES ('committed')") }
        open.autoCommit = false
        execute(open, "INSERT INTO guest VALUES ('uncommitted')")

        when:
        kill(killed.pid())
        killed.close()

        then:
        EmbeddedPostgres.open(folder, Durability.DURABLE).withCloseable {
            asSuperuser(it) { ask(it, "SELECT string_agg(name, ',') FROM guest") }
        } == "committed"

        cleanup:
        open?.close()
    }

    def "a server that is killed comes back by itself, where it was"() {
        given:
        def server = EmbeddedPostgres.open(folder, Durability.DISPOSABLE)
        def (pid, port) = [server.pid(), server.port()]

        when:
        kill(pid)

        then:
        new PollingConditions(timeout: 20).eventually {
            assert asSuperuser(server) { ask(it, "SELECT 1") } == "1"
            assert server.pid() != pid
        }
        server.port() == port

        cleanup:
        server?.close()
    }

    def "a server that gives up by itself comes back, as soon as it can, and why it cannot is told"() {
        given:
        def server = EmbeddedPostgres.open(folder, Durability.DISPOSABLE)
        def port = server.port()
        def settings = folder.resolve("cluster/postgresql.conf")
        def sound = Files.readString(settings)
        def said = new ListAppender<ILoggingEvent>()
        def logger = LoggerFactory.getLogger(Caretaker) as Logger
        said.start()
        logger.addAppender(said)

        when:
        Files.writeString(settings, "gibberish = 1\n", StandardOpenOption.APPEND)
        send("QUIT", server.pid())

        then:
        new PollingConditions(timeout: 20).eventually {
            assert said.list.any { it.formattedMessage ==~ /PostgreSQL is gone without having been stopped; its log ends: .+/ }
            assert said.list.any { it.formattedMessage ==~ /PostgreSQL did not start: .*postgresql.conf.* contains errors.*; trying again in 2 s/ }
        }

        when:
        Files.writeString(settings, sound)

        then:
        new PollingConditions(timeout: 30).eventually {
            assert asSuperuser(server) { ask(it, "SELECT 1") } == "1"
        }
        server.port() == port

        cleanup:
        logger?.detachAppender(said)
        server?.close()
    }

    @Requires({ os.linux })
    def "the server of a killed process is taken over, and stopped when its new master closes"() {
        given:
        def other = OtherProcess.opening(folder, Durability.DISPOSABLE, "4MB")
        def orphan = other.awaitServer()
        other.killGroup()

        when:
        def server = EmbeddedPostgres.open(folder, Settings.of(Durability.DISPOSABLE).with("work_mem", "4MB"))

        then:
        server.pid() == orphan
        asSuperuser(server, "house") { ask(it, "SELECT name FROM guest") } == "Sari"

        when:
        server.close()

        then:
        !isAtWork(orphan)

        cleanup:
        other?.close()
        server?.close()
    }

    @Requires({ os.linux })
    def "the server of a killed process is replaced if we would have started it otherwise"() {
        given:
        def other = OtherProcess.opening(folder, Durability.DISPOSABLE, "5MB")
        def orphan = other.awaitServer()
        other.killGroup()

        when:
        def server = EmbeddedPostgres.open(folder, Settings.of(Durability.DISPOSABLE).with("work_mem", "6MB"))

        then:
        server.pid() != orphan
        !isAtWork(orphan)
        asSuperuser(server, "house") { ask(it, "SELECT name || current_setting('work_mem') FROM guest") } == "Sari6MB"

        cleanup:
        other?.close()
        server?.close()
    }

    @Requires({ os.linux })
    def "an initdb that was interrupted is as if it had never been: #what"() {
        given:
        def other = OtherProcess.opening(folder, Durability.DISPOSABLE)
        awaitInitdb()

        when:
        interrupt(other)

        then:
        !Files.exists(folder.resolve("cluster"))
        EmbeddedPostgres.open(folder, Durability.DISPOSABLE).withCloseable { asSuperuser(it) { ask(it, "SELECT 1") } } == "1"

        cleanup:
        other?.close()

        where:
        what                             | interrupt
        "killed with us"                 | { OtherProcess it -> it.killGroup() }
        "still at work while we are not" | { OtherProcess it -> it.kill() }
    }

    private void awaitInitdb() {
        def patience = Deadline.in(Duration.ofSeconds(20))
        while (!folder.toFile().list().any { it.startsWith("cluster.new-") }) {
            assert patience.pause()
        }
    }

    def "a port that is taken meanwhile is given up"() {
        given:
        def port = EmbeddedPostgres.open(folder, Durability.DISPOSABLE).withCloseable { it.port() }
        def taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))

        when:
        def server = EmbeddedPostgres.open(folder, Durability.DISPOSABLE)

        then:
        server.port() != port
        asSuperuser(server) { ask(it, "SELECT inet_server_port()") } == "${server.port()}"

        cleanup:
        taken?.close()
        server?.close()
    }
}
