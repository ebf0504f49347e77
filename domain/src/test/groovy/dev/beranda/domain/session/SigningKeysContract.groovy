package dev.beranda.domain.session

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SomeKey
import java.time.Duration
import spock.lang.Specification

abstract class SigningKeysContract extends Specification {

    abstract SigningKeys getKeys()

    def key = SomeKey.signingFrom(People.NOW)
    def next = SomeKey.signingFrom(People.NOW.plus(Duration.ofDays(90)))

    def "at first there are none"() {
        expect:
        keys.all().empty
    }

    def "a key is kept as it is"() {
        when:
        def added = keys.add(key)
        def kept = keys.all()

        then:
        added
        kept.size() == 1
        with(kept.first()) {
            id() == key.id()
            publicKey() == key.publicKey()
            sealedPrivateKey().reveal() == key.sealedPrivateKey().reveal()
            signsFrom() == key.signsFrom()
            retiresAt() == key.retiresAt()
        }
    }

    def "there is one key for one beginning"() {
        given:
        keys.add(key)

        expect:
        !keys.add(SomeKey.signingFrom(key.signsFrom()))
        keys.add(next)
        keys.all()*.id() as Set == [key.id(), next.id()] as Set
    }

    def "of many nodes that make the next one at once, one is first"() {
        when:
        def outcomes = Race.of(20) { keys.add(SomeKey.signingFrom(People.NOW)) }

        then:
        outcomes.count(true) == 1
        outcomes.count(false) == 19
        keys.all().size() == 1
    }

    def "keys that are forgotten are gone, the others stay"() {
        given:
        def old = SomeKey.signingFrom(People.NOW.minus(Duration.ofDays(180)))
        [old, key, next].each { keys.add(it) }

        when:
        keys.remove([old, key])

        then:
        keys.all()*.id() == [next.id()]
    }

    def "forgetting what is forgotten already is no mistake"() {
        when:
        keys.remove([key])
        keys.remove([])

        then:
        noExceptionThrown()
    }
}
