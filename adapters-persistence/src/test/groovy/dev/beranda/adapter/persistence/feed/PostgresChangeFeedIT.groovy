package dev.beranda.adapter.persistence.feed

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Line
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.connection.Connections
import dev.beranda.adapter.persistence.time.DatabaseClock
import dev.beranda.adapter.persistence.transaction.ConnectionInUse
import dev.beranda.domain.fixture.SomeKey
import dev.beranda.domain.session.SigningKeys
import dev.beranda.postgres.TestDatabase
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class PostgresChangeFeedIT extends Specification {

    static final FEED = 'beranda-feed'

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Line line = Line.to(database.jdbcUrl())

    @AutoCleanup
    Node node = Node.on(database, line.url)

    def feed = node.get(PostgresChangeFeed)
    def keys = new Recorder()
    PollingConditions withinASecond = new PollingConditions(timeout: 1, delay: 0.02)
    PollingConditions soon = new PollingConditions(timeout: 10, delay: 0.02)

    def setup() {
        line.admit()
        feed.subscribe(Topic.SIGNING_KEY, keys)
        soon.eventually {
            feed.fresh
        }
    }

    def cleanup() {
        line.admit()
    }

    def "who subscribes reads first, and the feed is not fresh before they have"() {
        given:
        def latecomer = new Recorder()

        when:
        feed.subscribe(Topic.SIGNING_KEY, latecomer)
        def believed = feed.fresh && latecomer.heard.empty

        then:
        !believed
        soon.eventually {
            feed.fresh
        }
        latecomer.heard == ['reread']
    }

    def "whoever changes the signing keys, it is told"() {
        given:
        def key = SomeKey.signingFrom(Instant.now())

        when:
        node.get(SigningKeys).add(key)

        then:
        withinASecond.eventually {
            keys.heard == ['reread', 'signing_key']
        }

        when:
        Databases.byHand(database, "delete from signing_key where id = '${key.id()}'")

        then:
        withinASecond.eventually {
            keys.heard == ['reread', 'signing_key', 'signing_key']
        }
    }

    def "a key that was not kept is no news"() {
        given:
        def beginning = Instant.now()
        node.get(SigningKeys).add(SomeKey.signingFrom(beginning))
        node.get(SigningKeys).add(SomeKey.signingFrom(beginning))

        when:
        Databases.byHand(database, "notify beranda, 'signing_key:the end'")

        then:
        withinASecond.eventually {
            keys.heard == ['reread', 'signing_key', 'the end']
        }
    }

    def "what only later versions know is passed over"() {
        when:
        Databases.byHand(database, "notify beranda, 'something_else:1'")
        Databases.byHand(database, "notify beranda, 'signing_key'")

        then:
        withinASecond.eventually {
            keys.heard == ['reread', 'signing_key']
        }
        feed.fresh
    }

    def "when the connection is lost, everybody reads again before the feed is believed"() {
        when:
        line.refuse(FEED)

        then:
        soon.eventually {
            !feed.fresh
        }

        when:
        line.admit()

        then:
        soon.eventually {
            feed.fresh
        }
        keys.heard == ['reread', 'reread']
    }

    def "on a silent line it is not fresh for long, and it comes back"() {
        when:
        line.fallSilent(FEED)

        then:
        withinASecond.eventually {
            !feed.fresh
        }

        when:
        line.admit()

        then:
        soon.eventually {
            feed.fresh
        }
    }

    def "a subscriber who fails makes it begin anew"() {
        given:
        keys.failing = true

        when:
        Databases.byHand(database, "notify beranda, 'signing_key'")

        then:
        soon.eventually {
            !feed.fresh
        }

        when:
        keys.failing = false

        then:
        soon.eventually {
            feed.fresh
        }
        keys.heard.last() == 'reread'
    }

    def "it measures the database's time"() {
        given:
        def clock = new DatabaseClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)))
        def skewed = new PostgresChangeFeed(node.get(Connections), node.get(ConnectionInUse), clock)

        when:
        skewed.start()

        then:
        soon.eventually {
            skewed.fresh
        }
        Duration.between(Instant.now(), clock.instant()).abs() < Duration.ofMinutes(1)
        clock.skew() > Duration.ofMinutes(9)

        cleanup:
        skewed.close()
    }

    def "when it is closed, its thread ends and the database is rid of its connection"() {
        when:
        node.close()

        then:
        !feed.fresh
        soon.eventually {
            Databases.ask(database, """
                    select count(*) from pg_stat_activity
                    where application_name like 'beranda%' and datname = current_database()""") == 0
        }
    }

    static class Recorder implements Subscriber {

        final List<String> heard = new CopyOnWriteArrayList<>()
        volatile boolean failing

        @Override
        void reread() {
            note('reread')
        }

        @Override
        void hear(String what) {
            note(what)
        }

        private void note(String what) {
            if (failing) {
                throw new IllegalStateException('the test wants it so')
            }
            heard << what
        }
    }
}
