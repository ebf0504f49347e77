package dev.beranda.postgres

import spock.lang.Requires

import java.nio.file.Files

class TestDatabaseIT extends PostgresSpecification {

    def "every fresh one is empty and of its own"() {
        given:
        def one = TestDatabase.fresh()
        def other = TestDatabase.fresh()

        when:
        one.connect(one.owner()).withCloseable { execute(it, "CREATE TABLE guest ()") }

        then:
        one.jdbcUrl() != other.jdbcUrl()
        one.connect(one.owner()).withCloseable { ask(it, "SELECT to_regclass('guest')") } == "guest"
        other.connect(other.owner()).withCloseable { ask(it, "SELECT to_regclass('guest')") } == null

        cleanup:
        one?.close()
        other?.close()
    }

    def "a copy has what the original had, for the same roles, and goes its own way"() {
        given:
        def original = TestDatabase.fresh()
        original.connect(original.owner()).withCloseable { execute(it, "CREATE TABLE guest AS SELECT 'Sari' AS name") }

        when:
        def copy = TestDatabase.fresh(original)
        copy.connect(copy.owner()).withCloseable { execute(it, "CREATE TABLE later AS SELECT 1 AS number") }

        then:
        copy.connect(copy.runtime()).withCloseable { ask(it, "SELECT name || number FROM guest, later") } == "Sari1"
        original.connect(original.owner()).withCloseable { ask(it, "SELECT to_regclass('later')") } == null

        cleanup:
        copy?.close()
        original?.close()
    }

    def "a closed one is gone, whoever was still connected"() {
        given:
        def database = TestDatabase.fresh()
        def lingering = database.connect(database.runtime())

        when:
        database.close()

        then:
        refusal { database.connect(database.owner()) } == "3D000"
        refusal { ask(lingering, "SELECT 1") } != null

        cleanup:
        lingering?.close()
    }

    @Requires({ os.linux })
    def "the server of a test run that was killed is swept away, and one in use is left alone"() {
        given:
        def used = TestDatabase.fresh()
        def folder = Files.createTempDirectory(TestServer.FOLDERS)
        def killed = OtherProcess.opening(folder, Durability.DISPOSABLE)
        def orphan = killed.awaitServer()
        killed.killGroup()

        when:
        TestServer.sweep()

        then:
        !Files.exists(folder)
        !isAtWork(orphan)
        used.connect(used.runtime()).withCloseable { ask(it, "SELECT 1") } == "1"

        cleanup:
        killed?.close()
        used?.close()
    }
}
