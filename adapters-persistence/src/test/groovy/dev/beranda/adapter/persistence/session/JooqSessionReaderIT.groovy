package dev.beranda.adapter.persistence.session

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.session.SessionReader
import dev.beranda.application.session.SessionView
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.SessionLifetimes
import dev.beranda.domain.session.Sessions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqSessionReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def sessions = node.get(Sessions)
    def reader = node.get(SessionReader)
    def ayu = People.somebody()
    def usedSince = People.NOW.minus(SessionLifetimes.USUAL.idle())

    def setup() {
        node.get(Users).add(ayu)
    }

    def "those that are alive are listed, the one used last first"() {
        given:
        def usedToday = SomeSession.of(ayu, People.NOW.minus(Duration.ofDays(20)))
        def usedLastWeek = SomeSession.of(ayu, People.NOW.minus(Duration.ofDays(7)))
        [usedToday, usedLastWeek].each { sessions.add(it) }
        sessions.save(SomeSession.refreshed(usedToday, People.NOW))

        expect:
        reader.aliveOf(ayu.id(), usedSince, People.NOW) == [
                SessionView.unplaced(
                        usedToday.id(), SomeSession.LAPTOP, usedToday.openedAt(), People.NOW, usedToday.expiresAt()),
                SessionView.unplaced(
                        usedLastWeek.id(),
                        SomeSession.LAPTOP,
                        usedLastWeek.openedAt(),
                        usedLastWeek.openedAt(),
                        usedLastWeek.expiresAt())]
    }

    def "those that are over are not listed"() {
        given:
        def ended = SomeSession.of(ayu, People.NOW.minusSeconds(60))
        def idle = SomeSession.of(ayu, usedSince)
        def expired = SomeSession.of(ayu, People.NOW.minus(SessionLifetimes.USUAL.absolute()))
        [ended, idle, expired].each { sessions.add(it) }
        sessions.save(SomeSession.ended(ended))
        Databases.byHand(database, "update session set refreshed_at = expires_at where id = '${expired.id()}'")

        expect:
        reader.aliveOf(ayu.id(), usedSince, People.NOW).empty
    }

    def "nobody sees another's"() {
        given:
        sessions.add(SomeSession.of(ayu))

        expect:
        reader.aliveOf(People.newId(), usedSince, People.NOW).empty
    }
}
