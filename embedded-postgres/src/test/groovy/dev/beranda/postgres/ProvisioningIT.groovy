package dev.beranda.postgres

import spock.lang.AutoCleanup
import spock.lang.Shared

class ProvisioningIT extends PostgresSpecification {

    static final String REFUSED = "42501"

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    def setupSpec() {
        database.connect(database.owner()).withCloseable {
            execute(it, "CREATE TABLE post (id bigint GENERATED ALWAYS AS IDENTITY, title text)")
            execute(it, "CREATE SEQUENCE number")
        }
    }

    def "the runtime may #statement"() {
        when:
        database.connect(database.runtime()).withCloseable { execute(it, statement) }

        then:
        noExceptionThrown()

        where:
        statement << [
                "INSERT INTO post (title) VALUES ('one')",
                "SELECT title FROM post",
                "UPDATE post SET title = 'two'",
                "DELETE FROM post",
                "SELECT nextval('number')",
        ]
    }

    def "the runtime may not #statement"() {
        expect:
        refusal { database.connect(database.runtime()).withCloseable { execute(it, statement) } } == REFUSED

        where:
        statement << [
                "CREATE TABLE another ()",
                "CREATE TEMPORARY TABLE another ()",
                "CREATE SCHEMA another",
                "CREATE FUNCTION another() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE EXTENSION pg_trgm",
                "CREATE ROLE another",
                "CREATE DATABASE another",
                "ALTER TABLE post ADD COLUMN more text",
                "DROP TABLE post",
                "TRUNCATE post",
                "SELECT * FROM pg_authid",
                "COPY post (title) TO PROGRAM 'true'",
                "COPY post (title) FROM '/etc/passwd'",
                "COPY post (title) TO '/tmp/post'",
                "SELECT pg_read_file('PG_VERSION')",
                "SELECT pg_ls_dir('.')",
                "ALTER SYSTEM SET fsync = off",
                "SET log_min_messages = debug5",
                "SET ROLE ${this.owner}",
                "ALTER ROLE ${this.owner} PASSWORD 'mine'",
                "SELECT pg_switch_wal()",
        ]
    }

    // Read by the table above before any instance's fields are.
    static String getOwner() {
        "beranda_owner"
    }

    def "the owner rules its database and nothing beyond: #statement is refused"() {
        expect:
        refusal { database.connect(database.owner()).withCloseable { execute(it, statement) } } == REFUSED

        where:
        statement << [
                "CREATE ROLE another",
                "CREATE DATABASE another",
                "CREATE EXTENSION amcheck",
                "SELECT * FROM pg_authid",
                "COPY post (title) TO PROGRAM 'true'",
                "SELECT pg_read_file('PG_VERSION')",
                "ALTER SYSTEM SET fsync = off",
        ]
    }

    def "a role that was not invited does not come in"() {
        given:
        def stranger = new Login("stranger", "strange enough")
        database.connect(database.superuser()).withCloseable {
            execute(it, "CREATE ROLE stranger LOGIN PASSWORD 'strange enough'")
        }

        expect:
        refusal { database.connect(stranger) } == REFUSED

        cleanup:
        database.connect(database.superuser()).withCloseable { execute(it, "DROP ROLE stranger") }
    }

    def "what the owner makes in a schema of its own is the runtime's to use too"() {
        when:
        database.connect(database.owner()).withCloseable {
            execute(it, "CREATE SCHEMA outbox")
            execute(it, "CREATE TABLE outbox.event (id int)")
        }

        then:
        database.connect(database.runtime()).withCloseable { ask(it, "SELECT count(*) FROM outbox.event") } == "0"
    }

    def "provisioning again mends what went astray and touches no data"() {
        given:
        database.connect(database.superuser()).withCloseable {
            execute(it, "ALTER ROLE ${database.runtime().user()} SUPERUSER PASSWORD 'another'")
            execute(it, "GRANT CREATE ON SCHEMA public TO PUBLIC")
        }

        when:
        TestServer.shared().provisioning().database(database.name(), database.owner(), database.runtime())

        then:
        database.connect(database.runtime()).withCloseable {
            ask(it, "SELECT rolsuper::text || has_schema_privilege('public', 'CREATE') FROM pg_roles WHERE rolname = current_user")
        } == "falsefalse"
        database.connect(database.owner()).withCloseable { ask(it, "SELECT to_regclass('post')") } == "post"
    }
}
