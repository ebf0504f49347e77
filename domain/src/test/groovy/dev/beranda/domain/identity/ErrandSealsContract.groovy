package dev.beranda.domain.identity

import dev.beranda.domain.fixture.People
import dev.beranda.domain.session.SessionId
import spock.lang.Specification

import static SomeErrand.BROWSER
import static SomeErrand.OTHER_BROWSER

abstract class ErrandSealsContract extends Specification {

    abstract ErrandSeals getSeals()

    def "an errand comes back as it went: #errand.aim"() {
        expect:
        seals.open(seals.seal(errand, BROWSER), BROWSER) == Optional.of(errand)

        where:
        errand << [
            SomeErrand.of(),
            SomeErrand.of(challenge: 'c' * 43),
            SomeErrand.of(aim: new Errand.Aim.Link(People.newId(), new SessionId(UUID.randomUUID()))),
        ]
    }

    def "it opens for the browser it was sealed to, and for no other"() {
        expect:
        seals.open(seals.seal(SomeErrand.of(), BROWSER), OTHER_BROWSER).empty
    }

    def "what was not sealed here opens to nothing: #what"() {
        given:
        def text = seals.seal(SomeErrand.of(), BROWSER).reveal()

        expect:
        seals.open(new ErrandToken(change(text)), BROWSER).empty

        where:
        what            | change
        'nothing'       | { '' }
        'a word'        | { 'mine' }
        'cut short'     | { it[0..-2] }
        'the other way' | { it.reverse() }
        'too much'      | { it + 'A' }
        'much too much' | { it * 100 }
        'not text'      | { '\u0000\uffff' }
    }

    def "secrets are the same for the same errand and browser, and different for all else"() {
        given:
        def (errand, other) = [SomeErrand.of(), SomeErrand.of()]
        def all = [[errand, BROWSER], [errand, OTHER_BROWSER], [other, BROWSER]].collect { seals.secretsOf(*it) }

        expect:
        (all*.revealNonce() + all*.revealVerifier()).toSet().size() == 6
        seals.secretsOf(errand, BROWSER).revealVerifier() == all[0].revealVerifier()
        seals.secretsOf(errand, BROWSER).revealNonce() == all[0].revealNonce()
    }
}
