package dev.beranda.domain.factor

import dev.beranda.domain.fixture.People
import spock.lang.Specification

abstract class ChallengeSealsContract extends Specification {

    abstract ChallengeSeals getSeals()

    def challenge = challenge()

    def "a token says its challenge, and is always the same"() {
        expect:
        seals.open(seals.tokenOf(challenge)) == Optional.of(challenge.id())
        seals.tokenOf(challenge).reveal() == seals.tokenOf(challenge).reveal()
        seals.tokenOf(challenge()).reveal() != seals.tokenOf(challenge).reveal()
    }

    def "what is not a token of ours says nothing: #what"() {
        given:
        def good = seals.tokenOf(challenge).reveal()

        expect:
        seals.open(new ChallengeToken(change(good))).empty

        where:
        what            | change
        'nothing'       | { '' }
        'a word'        | { 'token' }
        'one more'      | { it + 'A' }
        'one less'      | { it[0..-2] }
        'padded'        | { it + '=' }
        'with a blank'  | { ' ' + it }
        'the id alone'  | { it[0..21] }
        'a megabyte'    | { 'A' * 1_000_000 }
    }

    def "one character off is another token"() {
        given:
        def good = seals.tokenOf(challenge).reveal()

        expect:
        (0..<good.length()).every { place ->
            def other = good[place] == 'A' ? 'B' : 'A'
            seals.open(new ChallengeToken(good.substring(0, place) + other + good.substring(place + 1))).empty
        }
    }

    protected static Challenge challenge() {
        Challenge.issue(new ChallengeId(UUID.randomUUID()), People.newId(), People.NOW)
    }
}
