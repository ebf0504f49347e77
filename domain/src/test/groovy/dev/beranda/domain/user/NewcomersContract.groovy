package dev.beranda.domain.user

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.user.Users.Taken
import spock.lang.Specification

abstract class NewcomersContract extends Specification {

    abstract Newcomers getNewcomers()

    abstract Users getUsers()

    def "a crowd is added as it is"() {
        given:
        def crowd = (1..20).collect { People.somebody(disabled: it % 2 == 0) }

        expect:
        newcomers.taken(crowd) == [:]
        newcomers.addAll(crowd) == [:]
        crowd.every { users.find(it.id()).get() == it }
    }

    def "nobody is no crowd"() {
        expect:
        newcomers.taken([]) == [:]
        newcomers.addAll([]) == [:]
    }

    def "who has a name that is taken is left out, and learns all that is; the others come in"() {
        given:
        def (ayu, budi) = [People.somebody(), People.somebody()]
        [ayu, budi].each { users.add(it) }
        def sameAddress = People.somebody(email: ayu.email().value())
        def sameName = People.somebody(username: budi.username().value().toUpperCase())
        def sameBoth = People.somebody(email: budi.email().value(), username: ayu.username().value())
        def free = People.somebody()
        def crowd = [sameAddress, free, sameName, sameBoth]
        def expected = [
            (sameAddress.id()): [Taken.EMAIL] as Set,
            (sameName.id()): [Taken.USERNAME] as Set,
            (sameBoth.id()): [Taken.EMAIL, Taken.USERNAME] as Set,
        ]

        expect:
        newcomers.taken(crowd) == expected
        newcomers.addAll(crowd) == expected
        users.find(free.id()).get() == free
        [sameAddress, sameName, sameBoth].every { users.find(it.id()).empty }
        [ayu, budi].every { users.find(it.id()).get() == it }
    }

    def "of crowds that come at once with the same people, each person comes in once"() {
        given:
        def names = (1..30).collect { People.somebody() }

        when:
        def outcomes = Race.of(10) { number ->
            def crowd = names.collect { People.somebody(email: it.email().value(), username: it.username().value()) }
            crowd.size() - newcomers.addAll(number % 2 ? crowd.reverse() : crowd).size()
        }

        then:
        outcomes.sum() == 30
        names.every { users.find(it.email()).present }
    }
}
