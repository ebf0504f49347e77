package dev.beranda.domain.shared

import dev.beranda.domain.fixture.People
import dev.beranda.domain.user.Users
import spock.lang.Specification

abstract class TransactionsContract extends Specification {

    abstract Transactions getTransactions()

    /// A store that takes part in the transactions.
    abstract Users getUsers()

    def ayu = People.somebody()
    def budi = People.somebody()

    def "what was done is there afterwards, and what was found out is told"() {
        expect:
        transactions.write { users.add(ayu) } == [] as Set
        users.find(ayu.id()).present
    }

    def "work that fails has not happened"() {
        when:
        transactions.write {
            users.add(ayu)
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        users.find(ayu.id()).empty
    }

    def "work that lost a race runs again, and its first run has not happened"() {
        given:
        def runs = 0

        when:
        def result = transactions.write {
            users.add(runs == 0 ? ayu : budi)
            if (runs++ == 0) {
                throw new StaleAggregate('The test')
            }
            'done'
        }

        then:
        result == 'done'
        runs == 2
        users.find(ayu.id()).empty
        users.find(budi.id()).present
    }

    def "whoever loses every time is told so"() {
        given:
        def runs = 0

        when:
        transactions.write {
            runs++
            throw new StaleAggregate('The test')
        }

        then:
        thrown(StaleAggregate)
        runs == 4
    }

    def "a write inside another is a part of it"() {
        when:
        transactions.write {
            transactions.write { users.add(ayu) }
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        users.find(ayu.id()).empty
    }

    def "a write inside another that loses a race begins with the outer one"() {
        given:
        def outer = 0
        def inner = 0

        when:
        transactions.write {
            outer++
            transactions.write {
                if (inner++ == 0) {
                    throw new StaleAggregate('The test')
                }
                users.add(ayu)
            }
        }

        then:
        outer == 2
        inner == 2
        users.find(ayu.id()).present
    }

    def "a long look sees everything as it was at one moment"() {
        given:
        users.add(ayu)

        expect:
        transactions.look { users.find(ayu.id()).present && users.find(budi.id()).empty }
    }

    def "what is gathered is there together with its ending"() {
        when:
        def result = transactions.gather({ transactions.write { users.add(ayu) }; 'done' }) { users.add(budi) }

        then:
        result == 'done'
        users.find(ayu.id()).present
        users.find(budi.id()).present
    }

    def "what is gathered has not happened when #what fails"() {
        when:
        transactions.gather({
            transactions.write { users.add(ayu) }
            assert users.find(ayu.id()).present
            fail(what == 'the work')
        }) { fail(what == 'the ending') }

        then:
        thrown(IllegalArgumentException)
        users.find(ayu.id()).empty

        where:
        what << ['the work', 'the ending']
    }

    def "the first that is gathered runs again when it loses a race"() {
        given:
        def runs = 0

        when:
        transactions.gather({
            transactions.write {
                users.add(runs == 0 ? budi : ayu)
                if (runs++ == 0) {
                    throw new StaleAggregate('The test')
                }
            }
        }) {}

        then:
        runs == 2
        users.find(ayu.id()).present
        users.find(budi.id()).empty
    }

    def "one that is gathered later and loses a race ends it all"() {
        when:
        transactions.gather({
            transactions.write { users.add(ayu) }
            transactions.write { throw new StaleAggregate('The test') }
        }) {}

        then:
        thrown(StaleAggregate)
        users.find(ayu.id()).empty
    }

    def "work that writes nothing has an ending too"() {
        when:
        transactions.gather({ 'done' }) { users.add(ayu) }

        then:
        users.find(ayu.id()).present
    }

    protected static void fail(boolean now) {
        if (now) {
            throw new IllegalArgumentException('no')
        }
    }
}
