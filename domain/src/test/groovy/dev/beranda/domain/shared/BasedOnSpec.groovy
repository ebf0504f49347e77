package dev.beranda.domain.shared

import spock.lang.Specification

class BasedOnSpec extends Specification {

    def "who did not look is right about any state, who looked about those they saw"() {
        expect:
        basis.covers(7) == isRight

        where:
        basis                                 || isRight
        new BasedOn.Any()                     || true
        new BasedOn.OneOf([6L, 7L] as Set)    || true
        new BasedOn.OneOf([6L] as Set)        || false
        new BasedOn.OneOf([] as Set)          || false
    }
}
