package dev.beranda.postgres

import spock.lang.Requires
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/// Root opens a folder where only root can go.
@Requires({ PostgresSpecification.root && os.linux })
class RootIT extends PostgresSpecification {

    @TempDir
    Path rootsOwn

    Path folder

    def setup() {
        folder = Files.createDirectories(rootsOwn.resolve("far/down"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
    }

    def "the server has none of root's rights"() {
        given:
        def server = EmbeddedPostgres.open(folder, Durability.DISPOSABLE)
        def status = Files.readAllLines(Path.of("/proc/${server.pid()}/status")).collectEntries { it.split(":\\s*", 2).toList() }
        def owner = Files.getAttribute(folder.resolve("cluster"), "unix:uid")

        expect:
        owner != 0
        status.Uid.split("\\s+").every { it == "$owner" }
        status.Groups.blank
        status.CapEff == "0000000000000000"
        status.NoNewPrivs == "1"

        cleanup:
        server?.close()
    }

    def "the server lives a whole life where it could not go by itself"() {
        given:
        def server = EmbeddedPostgres.open(folder, Durability.DURABLE)
        def database = server.provision("house")
        as(server, "house", database.owner()) {
            execute(it, "CREATE EXTENSION pg_trgm")
            execute(it, "CREATE TABLE guest AS SELECT 'Sari' || n AS name FROM generate_series(1, 50000) n")
            execute(it, "CREATE INDEX ON guest USING gin (name gin_trgm_ops)")
        }
        asSuperuser(server) {
            execute(it, "CHECKPOINT")
            execute(it, "SELECT pg_switch_wal()")
            execute(it, "SELECT pg_reload_conf()")
        }

        when:
        kill(server.pid())
        server.close()
        server = EmbeddedPostgres.open(folder, Durability.DURABLE)

        then:
        as(server, "house", database.runtime()) { ask(it, "SELECT count(*) FROM guest WHERE name LIKE '%Sari4999%'") } == "11"
        Files.readString(folder.resolve("server.log")).contains("automatic recovery in progress")

        cleanup:
        server?.close()
    }

    def "files beside the cluster stay root's, but for the password the server was made with"() {
        when:
        EmbeddedPostgres.open(folder, Durability.DISPOSABLE).withCloseable { it.provision("house") }

        then:
        folder.toFile().list().findAll { Files.getAttribute(folder.resolve(it), "unix:uid") != 0 }.toSet() ==
                ["cluster", "postgres.password"].toSet()
    }
}
