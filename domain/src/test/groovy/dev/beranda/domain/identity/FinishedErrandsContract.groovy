package dev.beranda.domain.identity

import dev.beranda.domain.fixture.Race
import spock.lang.Specification

abstract class FinishedErrandsContract extends Specification {

    abstract FinishedErrands getFinished()

    def "an errand is finished once, and others are not touched by it"() {
        given:
        def (errand, other) = [SomeErrand.of(), SomeErrand.of()]

        expect:
        finished.add(errand)
        !finished.add(errand)
        finished.add(other)
    }

    def "of many who finish it at once, one does"() {
        given:
        def errand = SomeErrand.of()

        expect:
        Race.of(20) { finished.add(errand) }.count { it } == 1
    }
}
