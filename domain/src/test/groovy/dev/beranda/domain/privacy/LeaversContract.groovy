package dev.beranda.domain.privacy

import dev.beranda.domain.fixture.People
import dev.beranda.domain.user.Stay
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class LeaversContract extends Specification {

    static final NOW = People.NOW

    abstract Leavers getLeavers()

    abstract Users getUsers()

    abstract <T> T within(Closure<T> work)

    def "those whose time is up are found, who has waited longest first, and no more than asked for"() {
        given:
        def staying = People.somebody()
        def (soon, now, before) = [1, 0, -1].collect { People.somebody(stay: new Stay.Until(NOW + Duration.ofDays(it))) }
        [staying, soon, now, before].each { users.add(it) }

        expect:
        leavers.due(NOW, 100) == [before, now]*.id()
        leavers.due(NOW, 1) == [before.id()]
    }

    def "only they are held: #who"() {
        given:
        users.add(person)

        expect:
        within { leavers.hold(person.id(), NOW) } == held

        where:
        who              | person                                                             || held
        'time is up'     | People.somebody(stay: new Stay.Until(NOW))                         || true
        'a moment left'  | People.somebody(stay: new Stay.Until(NOW.plusNanos(1000)))         || false
        'staying'        | People.somebody()                                                  || false
    }

    def "nobody is held who is not there"() {
        expect:
        !within { leavers.hold(People.newId(), NOW) }
    }
}
