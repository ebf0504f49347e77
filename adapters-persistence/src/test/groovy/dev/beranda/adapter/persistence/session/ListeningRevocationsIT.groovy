package dev.beranda.adapter.persistence.session

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Line
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.feed.ChangeFeed
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Revocations
import dev.beranda.domain.session.RevocationsContract
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.session.Sessions
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.sql.SQLException
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

class ListeningRevocationsIT extends RevocationsContract {

    static final FEED = 'beranda-feed'

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Line line = Line.to(database.jdbcUrl())

    /// The one whose line the tests step on.
    @Shared
    @AutoCleanup
    Node node = Node.on(database, line.url)

    @Shared
    @AutoCleanup
    Node other = Node.on(database)

    Revocations revocations = node.get(Revocations)
    Sessions sessions = node.get(Sessions)
    Users users = node.get(Users)
    ChangeFeed feed = node.get(ChangeFeed)

    PollingConditions withinASecond = new PollingConditions(timeout: 1, delay: 0.02)
    PollingConditions soon = new PollingConditions(timeout: 10, delay: 0.02)

    def setup() {
        // Only what could still be alive is worth telling when it vanishes.
        Databases.byHand(database, "update session set expires_at = now() + interval '1 day' where id = '${session.id()}'")
        session = sessions.find(session.id()).get()
        soon.eventually {
            feed.fresh
            other.get(ChangeFeed).fresh
        }
    }

    def cleanup() {
        line.admit()
        soon.eventually {
            feed.fresh
            users.find(ayu.id()) != null
        }
    }

    def "what is taken back on one node is taken back on the other within a second"() {
        given:
        assert !other.get(Revocations).cover(access)

        when:
        node.get(Transactions).write { sessions.save(SomeSession.ended(session)) }

        then:
        revocations.cover(access)
        withinASecond.eventually {
            other.get(Revocations).cover(access)
        }
        !revocations.surelySpare(access)
        !other.get(Revocations).surelySpare(access)
    }

    def "what stands is known to, while the news come in"() {
        expect:
        soon.eventually {
            revocations.surelySpare(access)
        }
    }

    def "what somebody takes back by hand is taken back as well: #statement"() {
        given:
        assert !revocations.cover(access)

        when:
        Databases.byHand(database, statement.replace('?', "'${id(this)}'"))

        then:
        withinASecond.eventually {
            revocations.cover(access)
        }

        where:
        statement                                                                                | id
        "update session set ended_at = now(), end_reason = 'ended_by_owner' where id = ?"        | { it.session.id() }
        'delete from session where id = ?'                                                       | { it.session.id() }
        'update app_user set disabled = true where id = ?'                                       | { it.ayu.id() }
        "update app_user set role = 'admin' where id = ?"                                        | { it.ayu.id() }
        'delete from app_user where id = ?'                                                      | { it.ayu.id() }
    }

    def "what was not committed took nothing back"() {
        when:
        node.get(Transactions).write {
            sessions.save(SomeSession.ended(session))
            users.save(ayu.assign(Role.ADMIN, People.newId(), People.NOW).user())
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        !revocations.cover(access)
    }

    def "a node whose line was cut asks the database, and knows when it is back what it missed: #statement"() {
        given:
        line.refuse(FEED)
        soon.eventually {
            !feed.fresh
        }

        expect:
        !revocations.cover(access)
        !revocations.surelySpare(access)

        when:
        Databases.byHand(database, statement.replace('?', "'${id(this)}'"))

        then:
        revocations.cover(access)

        when:
        line.admit()
        soon.eventually {
            feed.fresh
        }

        then:
        revocations.cover(access)

        where:
        statement                                                                                | id
        "update session set ended_at = now(), end_reason = 'ended_by_owner' where id = ?"        | { it.session.id() }
        'delete from session where id = ?'                                                       | { it.session.id() }
        'update app_user set disabled = true where id = ?'                                       | { it.ayu.id() }
        'delete from app_user where id = ?'                                                      | { it.ayu.id() }
    }

    def "whose backend is ended loses nothing"() {
        when:
        Databases.byHand(database, """
                select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'beranda-feed' and datname = current_database()""")
        Databases.byHand(
                database,
                "update session set ended_at = now(), end_reason = 'ended_by_owner' where id = '${session.id()}'")

        then:
        withinASecond.eventually {
            revocations.cover(access)
            other.get(Revocations).cover(access)
        }

        when:
        soon.eventually {
            feed.fresh
        }

        then:
        revocations.cover(access)
    }

    def "on a silent line nothing is believed from memory, and while the database does not answer, nobody is let through"() {
        when:
        line.fallSilent()

        then:
        withinASecond.eventually {
            !feed.fresh
        }

        when:
        Thread.startVirtualThread {
            sleep(500)
            line.refuse()
        }
        revocations.cover(access)

        then:
        def failure = thrown(RuntimeException)
        causes(failure).any { it instanceof SQLException }
    }

    def "a line that is silent only for the feed is asked otherwise"() {
        given:
        line.fallSilent(FEED)
        withinASecond.eventually {
            !feed.fresh
        }

        when:
        Databases.byHand(
                database,
                "update session set ended_at = now(), end_reason = 'ended_by_owner' where id = '${session.id()}'")

        then:
        revocations.cover(access)
    }

    def "a node that starts later knows what was taken back before"() {
        given:
        sessions.save(SomeSession.ended(session, EndReason.LOGGED_OUT, Instant.now()))

        when:
        def latecomer = Node.on(database)
        def known = latecomer.get(Revocations)
        soon.eventually {
            latecomer.get(ChangeFeed).fresh
        }

        then:
        known.cover(access)

        cleanup:
        latecomer?.close()
    }

    private static List<Throwable> causes(Throwable failure) {
        failure == null ? [] : [failure] + causes(failure.cause)
    }
}
