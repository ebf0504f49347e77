package dev.beranda.domain.session

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class GenerationsContract extends Specification {

    abstract Generations getGenerations()

    /// Those that go on.
    abstract Sessions getSessions()

    /// Those the sessions belong to.
    abstract Users getUsers()

    def ayu = People.somebody()
    def session = SomeSession.of(ayu)

    def setup() {
        users.add(ayu)
    }

    def "the next generation begins in one step, as the session itself would decide"() {
        given:
        sessions.add(session)
        def later = People.NOW.plus(Duration.ofMinutes(10))
        def elsewhere = new ClientAddress('2001:db8::1', '2001:db8::/64')
        def decided = session.refresh(claim(1), session.device().seenAt(elsewhere), SessionLifetimes.USUAL, later).session()

        when:
        def advanced = generations.advance(claim(1), elsewhere, SessionLifetimes.USUAL, later).get()

        then:
        advanced == sessions.find(session.id()).get()
        advanced.version() == 1
        with(advanced) {
            [generation(), device(), openedAt(), refreshedAt(), expiresAt(), state(), bearer()] ==
                    decided.with { [generation(), device(), openedAt(), refreshedAt(), expiresAt(), state(), bearer()] }
        }
    }

    def "no generation begins where the session would decide otherwise: #why"() {
        given:
        sessions.add(session)
        happening.call(sessions, users, session, ayu)
        def before = sessions.find(session.id()).get()
        def now = People.NOW.plus(after)

        expect:
        !(before.refresh(claim(generation), before.device(), SessionLifetimes.USUAL, now) instanceof Refreshing.Rotated)
        generations.advance(claim(generation), before.device().address(), SessionLifetimes.USUAL, now).empty
        sessions.find(session.id()).get() == before

        where:
        why                       | generation | after                              | happening
        'an older token'          | 1          | Duration.ofMinutes(10)             | { all, people, it, person -> all.save(SomeSession.refreshed(it, People.NOW.plusSeconds(1))) }
        'a token of the future'   | 2          | Duration.ofMinutes(10)             | { all, people, it, person -> }
        'it ended'                | 1          | Duration.ofMinutes(10)             | { all, people, it, person -> all.save(SomeSession.ended(it)) }
        'its bearer is shut out'  | 1          | Duration.ofMinutes(10)             | { all, people, it, person -> people.save(person.disable(People.newId(), People.NOW).user()) }
        'its bearer is leaving'   | 1          | Duration.ofMinutes(10)             | { all, people, it, person -> people.save(person.leave(People.NOW.plus(Duration.ofDays(14)), person.id(), People.NOW).user()) }
        'it went idle'            | 1          | SessionLifetimes.USUAL.idle()      | { all, people, it, person -> }
        'it is too old'           | 1          | SessionLifetimes.USUAL.absolute()  | { all, people, it, person -> }
    }

    def "a session nobody began does not go on"() {
        expect:
        generations.advance(claim(1), session.device().address(), SessionLifetimes.USUAL, People.NOW).empty
    }

    def "of many who begin the next generation at once, one does"() {
        given:
        sessions.add(session)

        when:
        def outcomes = Race.of(50) {
            generations.advance(claim(1), session.device().address(), SessionLifetimes.USUAL, People.NOW.plusSeconds(it))
        }

        then:
        outcomes.count { it.present } == 1
        sessions.find(session.id()).get().generation() == 2
    }

    RefreshClaim claim(int generation) {
        new RefreshClaim(session.id(), generation)
    }
}
