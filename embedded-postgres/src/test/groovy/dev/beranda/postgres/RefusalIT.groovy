package dev.beranda.postgres

import spock.lang.Requires
import spock.lang.Shared
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.nio.file.attribute.PosixFilePermissions

/// When it is better not to run.
class RefusalIT extends PostgresSpecification {

    @TempDir
    Path folder

    @Shared
    @TempDir
    Path closed

    def setupSpec() {
        EmbeddedPostgres.open(closed, Durability.DISPOSABLE).close()
    }

    def "data of another major version is left as it is"() {
        given:
        Files.createDirectory(folder.resolve("cluster"))
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n")
        Files.writeString(folder.resolve("postgres.password"), "secret")

        when:
        EmbeddedPostgres.open(folder, Durability.DURABLE)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.contains("made by PostgreSQL 17 and the bundled one is 18.")
        refused.message.lines().count() == 1

        and:
        folder.resolve("cluster").toFile().list().toList() == ["PG_VERSION"]
        Files.readString(folder.resolve("postgres.password")) == "secret"
    }

    def "what may be lost is never taken for what may not, nor the other way round"() {
        given:
        Files.createDirectory(folder.resolve("cluster"))
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "18\n")
        Files.writeString(folder.resolve("cluster/durability"), made)

        when:
        EmbeddedPostgres.open(folder, asked)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.endsWith("was made $made and cannot be opened $asked")

        where:
        made         | asked
        "DURABLE"    | Durability.DISPOSABLE
        "DISPOSABLE" | Durability.DURABLE
    }

    def "data that may not be lost is not discarded, least of all data that does not say"() {
        given:
        Files.createDirectory(folder.resolve("cluster"))
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "18\n")
        statement.call(folder.resolve("cluster/durability"))

        when:
        EmbeddedPostgres.discard(folder)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.contains("is not ours to throw away")
        folder.resolve("cluster/PG_VERSION").toFile().exists()

        where:
        statement << [{ Files.writeString(it, "DURABLE") }, { Files.writeString(it, "gibberish") }, {}]
    }

    def "what may be lost is discarded, and nothing beside it"() {
        given:
        EmbeddedPostgres.open(folder, Durability.DISPOSABLE).close()
        Files.writeString(folder.resolve("letter.txt"), "not ours")

        when:
        EmbeddedPostgres.discard(folder)

        then:
        folder.toFile().list().toList() == ["letter.txt"]
    }

    def "a cluster without its password is not guessed at"() {
        given:
        def password = closed.resolve("postgres.password")
        Files.move(password, closed.resolve("elsewhere"))

        when:
        EmbeddedPostgres.open(closed, Durability.DISPOSABLE)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.contains("postgres.password is missing")

        cleanup:
        Files.move(closed.resolve("elsewhere"), password)
    }

    def "a server anybody may enter is stopped again"() {
        given:
        def original = append("pg_hba.conf", "host all all 127.0.0.1/32 trust\n")

        when:
        EmbeddedPostgres.open(closed, Durability.DISPOSABLE)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message ==~ /PostgreSQL is not safe to run: pg_hba.conf:\d+ trust/
        !Files.exists(closed.resolve("cluster/postmaster.pid"))

        cleanup:
        Files.writeString(closed.resolve("cluster/pg_hba.conf"), original)
    }

    def "a server that does not start tells why in one line"() {
        given:
        def original = append("postgresql.conf", "gibberish = 1\n")

        when:
        EmbeddedPostgres.open(closed, Durability.DISPOSABLE)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.startsWith("PostgreSQL did not start: ")
        refused.message.contains("FATAL:  configuration file")
        refused.message.lines().count() == 1

        cleanup:
        Files.writeString(closed.resolve("cluster/postgresql.conf"), original)
    }

    private String append(String file, String line) {
        def path = closed.resolve("cluster").resolve(file)
        def original = Files.readString(path)
        Files.writeString(path, line, StandardOpenOption.APPEND)
        original
    }

    def "a server that would lose data is noticed"() {
        given:
        def server = EmbeddedPostgres.open(closed, Durability.DISPOSABLE)

        when:
        asSuperuser(server) { SafetyCheck.require(it, Durability.DURABLE) }

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.endsWith("fsync=off, full_page_writes=off, synchronous_commit=off")

        cleanup:
        server?.close()
    }

    def "a folder everybody may write to is not one of our own"() {
        given:
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"))

        when:
        EmbeddedPostgres.open(folder, Durability.DISPOSABLE)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.startsWith("Everybody may write to ")
    }

    @Requires({ PostgresSpecification.root })
    def "PostgreSQL is not run as root even when the data is root's"() {
        given:
        Files.createDirectory(folder.resolve("cluster"))
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "18\n")
        Files.writeString(folder.resolve("postgres.password"), "secret")

        when:
        EmbeddedPostgres.open(folder, Durability.DURABLE)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.endsWith("belongs to user 0, as whom PostgreSQL refuses to run")
    }
}
