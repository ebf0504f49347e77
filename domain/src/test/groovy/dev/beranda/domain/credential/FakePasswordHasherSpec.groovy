package dev.beranda.domain.credential

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Overloaded

import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

class FakePasswordHasherSpec extends PasswordHasherContract {

    FakeTransactions transactions = new FakeTransactions()
    FakePasswordHasher hasher = new FakePasswordHasher(transactions)

    def "it knows passwords hashed as we would not today"() {
        given:
        def outdated = hasher.outdated(password('correct horse battery'))

        expect:
        hasher.compare(password('correct horse battery'), outdated) == YES_BUT_OUTDATED
        hasher.compare(password('correct horse'), outdated) == NO
    }

    def "it counts what it did"() {
        when:
        def hash = hasher.hash(password('correct horse battery'))
        2.times { hasher.compare(password('correct horse battery'), hash) }
        3.times { hasher.hear().attempt().compareWithNothing(password('correct horse battery')) }

        then:
        [hasher.hashed, hasher.compared, hasher.comparedWithNothing, hasher.computations] == [1, 2, 3, 6]
    }

    def "it does nothing for who holds a transaction meanwhile: #where"() {
        given:
        def hash = hasher.hash(password('correct horse battery'))
        def works = [
            { hasher.hash(password('correct horse battery')) },
            { hasher.compare(password('correct horse battery'), hash) },
            { hasher.attempt().compareWithNothing(password('correct horse battery')) },
        ]

        expect:
        works.every { work ->
            try {
                inside(transactions, work)
                false
            } catch (AssertionError told) {
                told.message.contains('inside of a transaction')
            }
        }
        hasher.computations == 1
        works.each { it() }

        where:
        where                              | inside
        'writing'                          | { transactions, work -> transactions.write(work) }
        'looking'                          | { transactions, work -> transactions.look(work) }
        'gathering, after the first write' | { transactions, work -> transactions.gather({ transactions.write { 1 }; work() }, { }) }
    }

    def "what is gathered begins with the first write"() {
        expect:
        transactions.gather({ hasher.hash(password('correct horse battery')) }, { })
    }

    def "told to be overloaded, it does nothing"() {
        given:
        hasher.overloaded = true

        when:
        hasher.hash(password('correct horse battery'))

        then:
        thrown(Overloaded)
        hasher.computations == 0
    }
}
