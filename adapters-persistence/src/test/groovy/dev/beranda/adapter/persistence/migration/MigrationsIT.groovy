package dev.beranda.adapter.persistence.migration

import dev.beranda.adapter.persistence.Databases
import dev.beranda.domain.fixture.Race
import dev.beranda.postgres.TestDatabase
import java.util.concurrent.CompletableFuture
import org.flywaydb.core.Flyway
import spock.lang.AutoCleanup
import spock.lang.Specification

class MigrationsIT extends Specification {

    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    def migrations = Databases.migrations(database)

    def "an empty database gets the schema, and a second time nothing happens"() {
        when:
        migrations.apply()
        migrations.apply()

        then:
        complete
        applied == Script.FILES.size()
    }

    def "of several nodes that start at once, all find the schema and it was made once"() {
        when:
        def outcomes = Race.of(3) { Databases.migrations(database).apply() }

        then:
        outcomes.every { it == null }
        applied == Script.FILES.size()
    }

    def "a script that was changed after it was applied stops the start"() {
        given:
        migrations.apply()
        Databases.byHand(database, "update flyway_schema_history set checksum = 1 where version = '1'")

        when:
        migrations.apply()

        then:
        def refusal = thrown(SchemaNotReady)
        refusal.message.contains('checksum mismatch')
    }

    def "a script that failed half-way stops the start"() {
        given:
        migrations.apply()
        Databases.byHand(database, "update flyway_schema_history set success = false where version = '1'")

        when:
        migrations.apply()

        then:
        thrown(SchemaNotReady)
    }

    def "what a newer version added does not stop an older one"() {
        given:
        migrations.apply()
        Databases.byHand(database, """
                insert into flyway_schema_history
                select 99, '99', 'newer', 'SQL', 'V99__newer.sql', 7, 'somebody', now(), 1, true""")

        when:
        migrations.apply()

        then:
        complete
    }

    def "while somebody uses what has to change, it waits without standing in the way"() {
        given:
        migrations.apply()
        Databases.byHand(database, "delete from flyway_schema_history where version = '1'")
        def reader = database.connect(database.superuser())
        reader.autoCommit = false
        reader.createStatement().execute('lock table flyway_schema_history in access exclusive mode')

        when:
        def start = CompletableFuture.runAsync { migrations.apply() }
        sleep(500)
        reader.createStatement().execute("""
                insert into flyway_schema_history
                select 1, '1', 'identity', 'SQL', 'V1__identity.sql', ${Script.all()[0].checksum()}, 'somebody', now(), 1, true""")
        reader.commit()
        start.join()

        then:
        complete

        cleanup:
        reader?.close()
    }

    def "an index on what everybody writes to is built beside the traffic, and anew where that was interrupted"() {
        given: "a database from before, with half an index, and somebody in the middle of writing"
        migrateTo(10)
        ["create index outbox_person on outbox (id)", "update pg_index set indisvalid = false where indexrelid = 'outbox_person'::regclass"]
                .each { Databases.byHand(database, it) }
        def writer = database.connect(database.superuser())
        writer.autoCommit = false
        writer.createStatement().execute("lock table outbox in row exclusive mode")

        when:
        def start = CompletableFuture.runAsync { migrations.apply() }
        Databases.waitUntil(database, """
                select count(*) = 1 from pg_stat_activity
                where datname = current_database() and query like '% index concurrently %' and wait_event_type = 'Lock'""")

        then: "whoever comes now does not wait for the index"
        Databases.byHand(database, "set lock_timeout = '1s'; lock table outbox in row exclusive mode")
        !start.done

        when: "more than the time after which any other change gives up"
        sleep(3500)
        writer.commit()
        start.join()

        then:
        complete
        Databases.ask(database, "select count(*) from pg_index where indisvalid and indexrelid in ('outbox_person'::regclass, 'outbox_address'::regclass)") as long == 2
        (Databases.ask(database, "select pg_get_indexdef('outbox_person'::regclass)") as String).contains('payload')

        cleanup:
        writer?.close()
    }

    def "a database that is not there is told in one line"() {
        when:
        new Migrations('jdbc:postgresql://127.0.0.1:1/none', 'nobody', 'canary').apply()

        then:
        def refusal = thrown(SchemaNotReady)
        !refusal.message.contains('\n')
        !refusal.message.contains('canary')
        refusal.message.contains('127.0.0.1:1')
    }

    private void migrateTo(int version) {
        def owner = database.owner()
        Flyway.configure()
                .dataSource(database.jdbcUrl(), owner.user(), owner.password())
                .resourceProvider(new Scripts(Script.all().findAll { it.version() as int <= version }))
                .javaMigrationClassProvider { [] }
                .load()
                .migrate()
    }

    private boolean isComplete() {
        database.connect(database.runtime()).withCloseable { new History(it).complete }
    }

    private long getApplied() {
        Databases.ask(database, 'select count(*) from flyway_schema_history where version is not null and success') as long
    }
}
