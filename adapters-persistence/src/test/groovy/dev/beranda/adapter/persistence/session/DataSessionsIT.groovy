package dev.beranda.adapter.persistence.session

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Session
import dev.beranda.domain.session.Sessions
import dev.beranda.domain.session.SessionsContract
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class DataSessionsIT extends SessionsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Sessions sessions = node.get(Sessions)
    Users users = node.get(Users)

    def "a session that was ended by hand cannot be refreshed by who read it before"() {
        given:
        sessions.add(session)
        def read = sessions.find(session.id()).get()
        Databases.byHand(
                database,
                "update session set ended_at = now(), end_reason = 'ended_by_owner' where id = '${session.id()}'")

        when:
        sessions.save(SomeSession.refreshed(read, People.NOW.plusSeconds(60)))

        then:
        thrown(StaleAggregate)
    }

    def "a session that a newer version ended is over, whatever the reason"() {
        given:
        sessions.add(session)

        when:
        Databases.byHand(
                database,
                "update session set ended_at = '${People.NOW}', end_reason = 'moved_to_the_moon' where id = '${session.id()}'")

        then:
        sessions.find(session.id()).get().state() == new Session.State.Ended(People.NOW, Session.EndReason.UNHEARD_OF)
        sessions.openOf(ayu.id()).empty
    }
}
