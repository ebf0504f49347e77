package dev.beranda.postgres

import spock.lang.Requires
import spock.lang.Shared
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

class EmbeddedPostgresIT extends PostgresSpecification {

    @Shared
    @TempDir
    Path folder

    @Shared
    EmbeddedPostgres server

    @Shared
    ProvisionedDatabase database

    def setupSpec() {
        server = EmbeddedPostgres.open(folder, Durability.DURABLE)
        database = server.provision("house")
    }

    def cleanupSpec() {
        server?.close()
    }

    def "the running server says #parameter is #value"() {
        expect:
        asSuperuser(server) { ask(it, "SHOW $parameter") } == value

        where:
        parameter                 || value
        "fsync"                   || "on"
        "synchronous_commit"      || "on"
        "full_page_writes"        || "on"
        "data_checksums"          || "on"
        "server_encoding"         || "UTF8"
        "listen_addresses"        || "127.0.0.1"
        "unix_socket_directories" || ""
        "password_encryption"     || "scram-sha-256"
        "jit"                     || "off"
        "log_timezone"            || "UTC"
        "log_statement"           || "none"
        "log_min_error_statement" || "panic"
    }

    def "text has the same order on every machine"() {
        expect:
        asSuperuser(server, "house") {
            ask(it, "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'house'")
        } == "bC.UTF-8"
    }

    def "nobody enters without the right password: #who #how"() {
        expect:
        refusal { as(server, "house", new Login(who, password), {}) } == state

        where:
        who             | how              | password || state
        "postgres"      | "with a wrong"   | "wrong"  || "28P01"
        "house_owner"   | "with a wrong"   | "wrong"  || "28P01"
        "house_runtime" | "with a wrong"   | "wrong"  || "28P01"
        "postgres"      | "with none"      | ""       || "08004"
        "house_runtime" | "with none"      | ""       || "08004"
    }

    def "the right password opens"() {
        expect:
        as(server, "house", login, { ask(it, "SELECT current_user") }) == login.user()

        where:
        login << [database.owner(), database.runtime()]
    }

    def "#file is ours alone"() {
        expect:
        mode(folder.resolve(file)) == expected

        where:
        file                     || expected
        "cluster"                || "rwx------"
        "postgres.password"      || "rw-------"
        "house_owner.password"   || "rw-------"
        "house_runtime.password" || "rw-------"
        "server.log"             || "rw-------"
        "port"                   || "rw-------"
    }

    @Requires({ os.linux })
    def "the server's process is told nothing it need not know"() {
        given:
        def process = Path.of("/proc/${server.pid()}")
        def passwords = [server.superuser().login(), database.owner(), database.runtime()]*.password()

        expect:
        !passwords.any { Files.readString(process.resolve("cmdline")).contains(it) }

        and:
        Files.readString(process.resolve("environ")).split("\0").collect { it.split("=")[0] }.toSet() == ["PATH", "LC_ALL", "TZ"].toSet()
    }

    @Requires({ os.linux })
    def "the server leads a session of its own, out of a terminal's reach"() {
        expect:
        groupAndSession(server.pid()) == ["${server.pid()}", "${server.pid()}"]*.toString()
    }

    def "what a refused statement was about stays out of the log"() {
        when:
        def state = refusal { as(server, "house", login, { ask(it, "SELECT 'canary-$login.user'::int") }) }

        then:
        state == "22P02"
        !Files.readString(folder.resolve("server.log")).contains("canary")

        where:
        login << [database.owner(), database.runtime()]
    }

    def "what the server itself has to say is in the log"() {
        expect:
        Files.readString(folder.resolve("server.log")).contains("database system is ready to accept connections")
    }

    def "the owner may use #extension"() {
        expect:
        as(server, "house", database.owner()) {
            execute(it, "CREATE EXTENSION $extension")
            ask(it, "SELECT extname FROM pg_extension WHERE extname = '$extension'")
        } == extension

        where:
        extension << ["pg_trgm", "unaccent", "citext"]
    }

    def "amcheck can be asked whether indexes are sound"() {
        expect:
        asSuperuser(server, "house") {
            execute(it, "CREATE EXTENSION amcheck")
            ask(it, "SELECT count(bt_index_check(oid)) FROM pg_class WHERE relname = 'pg_class_oid_index'")
        } == "1"
    }

    def "letters beyond ASCII are letters, to PostgreSQL and to its extensions"() {
        expect:
        asSuperuser(server, "house") {
            execute(it, "CREATE SCHEMA probe")
            execute(it, "CREATE EXTENSION fuzzystrmatch SCHEMA probe")
            ask(it, "SELECT upper('é') || ('é' ~ '^\\w\$') || to_tsvector('simple', 'Éva')")
        } == "Étrue'éva':1"
    }

    def "a folder has one master within this process"() {
        when:
        EmbeddedPostgres.open(folder, Durability.DURABLE)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message == "${folder.toRealPath()} is in use by this very process"

        and: "the refusal did not loosen the lock"
        OtherProcess.opening(folder, Durability.DURABLE).withCloseable { it.awaitFailure() }
                .endsWith("is in use by process ${ProcessHandle.current().pid()}")
    }

    def "the port is known to whoever looks for it"() {
        expect:
        Files.readString(folder.resolve("port")) == "${server.port()}"
        database.jdbcUrl().startsWith("jdbc:postgresql://127.0.0.1:${server.port()}/house?")
    }
}
