package dev.beranda.adapter.persistence.activity

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.activity.ActivityReader
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Session
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.session.SessionId
import dev.beranda.domain.shared.DomainEvent
import dev.beranda.domain.shared.DomainEvents
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqActivityReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(
            database, database.jdbcUrl(), [:], [SessionEvent.Opened, SessionEvent.Ended, UserEvent.EmailChanged] as Set)

    ActivityReader reader = node.get(ActivityReader)
    def ayu = People.somebody()
    def budi = People.somebody()
    def session = new SessionId(UUID.randomUUID())

    def setup() {
        [ayu, budi].each { node.get(Users).add(it) }
    }

    def "what happened to an account is read by its owner, the newest first, with what is known of it"() {
        given:
        happened(new SessionEvent.Opened(session, ayu.id(), SomeSession.LAPTOP, People.NOW))
        happened(new UserEvent.EmailChanged(ayu.id(), address('old'), address('new'), People.NOW.plusSeconds(1)))
        happened(new SessionEvent.Ended(session, ayu.id(), Session.EndReason.LOGGED_OUT, People.NOW.plusSeconds(2)))

        when:
        def lines = list(ayu).items()

        then:
        lines*.kind() == ['session.ended', 'user.email_changed', 'session.opened']
        lines*.at() == [People.NOW.plusSeconds(2), People.NOW.plusSeconds(1), People.NOW]
        lines*.session() == [session, null, session]
        lines*.reason() == ['logged_out', null, null]
        lines*.device() == [null, null, SomeSession.LAPTOP]
        lines*.from() == [null, 'old@example.com', null]
        lines*.to() == [null, 'new@example.com', null]
        list(budi).items().empty
    }

    def "what does not belong into it, and what came to nothing, is not there"() {
        when:
        happened(new UserEvent.ProfileChanged(ayu.id(), People.NOW))
        node.get(Transactions).write {
            node.get(DomainEvents).append(new SessionEvent.Opened(session, ayu.id(), SomeSession.LAPTOP, People.NOW))
            throw new IllegalArgumentException('changed my mind')
        }

        then:
        thrown(IllegalArgumentException)
        list(ayu).items().empty
    }

    def "page after page everything is seen once, also what happened at one moment"() {
        given:
        25.times { happened(new SessionEvent.Opened(session, ayu.id(), SomeSession.LAPTOP, People.NOW.plusSeconds(it.intdiv(5)))) }

        when:
        def seen = []
        def page = list(ayu, 7)
        while (true) {
            seen += page.items()*.id()
            if (!page.next()) {
                break
            }
            happened(new SessionEvent.Opened(session, ayu.id(), SomeSession.LAPTOP, People.NOW.plusSeconds(1000)))
            page = reader.list(ayu.id(), new PageRequest(7, page.next(), false))
        }

        then:
        seen.size() == 25
        seen.toSet().size() == 25
        reader.list(ayu.id(), new PageRequest(1, null, true)).total() == 28
    }

    private void happened(DomainEvent event) {
        node.get(Transactions).write {
            node.get(DomainEvents).append(event)
            null
        }
    }

    private list(user, int limit = 20) {
        reader.list(user.id(), new PageRequest(limit, null, false))
    }

    private static EmailAddress address(String name) {
        new EmailAddress("$name@example.com")
    }
}
