package dev.beranda.domain.passkey

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.session.SessionId
import spock.lang.Specification

abstract class PasskeyChallengesContract extends Specification {

    abstract PasskeyChallenges getChallenges()

    def "a challenge is taken as it was issued, once"() {
        given:
        def challenge = PasskeyChallenge.issue(UUID.randomUUID().toString(), errand, People.NOW)
        challenges.issue(challenge)

        expect:
        challenges.take(challenge.nonce()) == Optional.of(challenge)
        challenges.take(challenge.nonce()).empty

        where:
        errand << [
                new PasskeyChallenge.Errand.Adding(new SessionId(UUID.randomUUID())),
                new PasskeyChallenge.Errand.ComingIn(),
                new PasskeyChallenge.Errand.SecondFactor(UUID.randomUUID())]
    }

    def "what was not issued is not there"() {
        expect:
        challenges.take('nothing').empty
    }

    def "of fifty who take it at once, one gets it"() {
        given:
        def challenge = PasskeyChallenge.issue(UUID.randomUUID().toString(), new PasskeyChallenge.Errand.ComingIn(), People.NOW)
        challenges.issue(challenge)

        expect:
        Race.of(50) { challenges.take(challenge.nonce()).present }.count(true) == 1
    }
}
