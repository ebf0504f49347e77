package dev.beranda.domain.factor

import dev.beranda.domain.fixture.People
import spock.lang.Specification

abstract class RecoveryMintContract extends Specification {

    abstract RecoveryMint getMint()

    def ayu = People.newId()

    def "no code comes twice"() {
        expect:
        (1..200).collect { mint.draw().reveal() }.toSet().size() == 200
    }

    def "a code of a person always has the same digest, and another for everybody else"() {
        given:
        def code = mint.draw()

        expect:
        mint.digestOf(ayu, code).reveal() == mint.digestOf(ayu, code).reveal()
        mint.digestOf(ayu, code).reveal() != mint.digestOf(People.newId(), code).reveal()
        mint.digestOf(ayu, code).reveal() != mint.digestOf(ayu, mint.draw()).reveal()
    }
}
