package dev.beranda.adapter.persistence

import dev.beranda.adapter.persistence.migration.Migrations
import dev.beranda.postgres.TestDatabase
import org.jooq.impl.DSL

/// Databases as nodes find them.
class Databases {

    /// With all tables and nothing in them.
    static TestDatabase migrated() {
        TestDatabase.fresh(Original.DATABASE)
    }

    static void migrate(TestDatabase database) {
        migrations(database).apply()
    }

    static Migrations migrations(TestDatabase database) {
        new Migrations(database.jdbcUrl(), database.owner().user(), database.owner().password())
    }

    /// What somebody does who has the superuser's password and no patience.
    static void byHand(TestDatabase database, String statement) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).execute(statement) }
    }

    /// The one value that answers the question.
    static Object ask(TestDatabase database, String question) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValue(question) }
    }

    /// What is asked comes true in a moment.
    static void waitUntil(TestDatabase database, String question) {
        def end = System.nanoTime() + 20_000_000_000L
        while (!ask(database, question)) {
            assert System.nanoTime() < end: question
            sleep(20)
        }
    }

    static void empty(TestDatabase database) {
        byHand(database, 'truncate app_user, applicant, session, vanished_session, signing_key, outbox, delivery, ticket, throttle_bucket, familiar_device, activity, finished_errand, post, comment, tag, category, import_source, tally_change cascade')
    }

    private static class Original {

        static final TestDatabase DATABASE = make()

        private static TestDatabase make() {
            def database = TestDatabase.fresh()
            migrate(database)
            database
        }
    }
}
