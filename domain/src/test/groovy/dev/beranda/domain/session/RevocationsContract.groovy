package dev.beranda.domain.session

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.Users
import spock.lang.Specification

/// Whoever took something back may rely on it as soon as they have their answer.
abstract class RevocationsContract extends Specification {

    abstract Revocations getRevocations()

    abstract Sessions getSessions()

    abstract Users getUsers()

    def ayu = People.somebody()
    def session = SomeSession.of(ayu)
    def access = SomeSession.accessTo(session, ayu)

    def setup() {
        users.add(ayu)
        sessions.add(session)
    }

    def "access stands while nothing happens"() {
        expect:
        !revocations.cover(access)
    }

    def "access ends with its session: #reason"() {
        when:
        sessions.save(SomeSession.ended(session, reason))

        then:
        revocations.cover(access)
        !revocations.surelySpare(access)

        where:
        reason << EndReason.values()
    }

    def "a refresh takes nothing back"() {
        when:
        sessions.save(SomeSession.refreshed(session, People.NOW.plusSeconds(60)))

        then:
        !revocations.cover(access)
    }

    def "another session of the same person goes on"() {
        given:
        def other = SomeSession.of(ayu)
        sessions.add(other)

        when:
        sessions.save(SomeSession.ended(session))

        then:
        !revocations.cover(SomeSession.accessTo(other, ayu))
    }

    def "whoever may do something else by now needs a new token"() {
        given:
        def promoted = ayu.assign(Role.EDITOR, People.newId(), People.NOW).user()

        when:
        users.save(promoted)

        then:
        revocations.cover(access)
        !revocations.surelySpare(access)
        !revocations.cover(SomeSession.accessTo(session, promoted))
    }

    def "whoever is shut out is out"() {
        when:
        users.save(ayu.disable(People.newId(), People.NOW).user())

        then:
        revocations.cover(access)
        !revocations.surelySpare(access)
    }
}
