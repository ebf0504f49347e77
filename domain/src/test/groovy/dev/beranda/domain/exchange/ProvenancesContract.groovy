package dev.beranda.domain.exchange

import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.Transactions
import spock.lang.Specification

abstract class ProvenancesContract extends Specification {

    abstract Provenances getProvenances()

    abstract Transactions getTransactions()

    def key = new ForeignKey('wordpress:example.com', Kind.POST, UUID.randomUUID() as String)

    def "where something came from is noted once"() {
        given:
        def first = new Provenance(key, UUID.randomUUID(), 'abc', 3)

        expect:
        provenances.find(key).empty
        claim(first)
        !claim(new Provenance(key, UUID.randomUUID(), 'def', 4))
        provenances.find(key).get() == first
    }

    def "that it came again is noted, too"() {
        given:
        claim(new Provenance(key, UUID.randomUUID(), 'abc', 3))
        def again = new Provenance(key, UUID.randomUUID(), 'def', 4)

        when:
        transactions.write { provenances.save(again) }

        then:
        provenances.find(key).get() == again
    }

    def "another house, or another kind, is another thing"() {
        given:
        claim(new Provenance(key, UUID.randomUUID(), 'abc', 3))

        expect:
        provenances.find(other).empty
        claim(new Provenance(other, UUID.randomUUID(), 'abc', 3))

        where:
        other << [new ForeignKey('wordpress:example.org', Kind.POST, '1'), new ForeignKey('wordpress:example.com', Kind.COMMENT, '1')]
    }

    def "of many who bring the same at once, one does"() {
        when:
        def claimed = Race.of(20) { claim(new Provenance(key, UUID.randomUUID(), 'abc', 0)) }

        then:
        claimed.count { it == true } == 1
    }

    boolean claim(Provenance provenance) {
        transactions.write { provenances.claim(provenance) }
    }
}
