package dev.beranda.domain.factor

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.session.Arrivals
import dev.beranda.domain.user.Users
import spock.lang.Specification

abstract class ChallengesContract extends Specification {

    abstract Challenges getChallenges()

    abstract Arrivals getArrivals()

    abstract Users getUsers()

    def ayu = People.somebody()
    def budi = People.somebody()
    def challenge = challengeFor(ayu)

    def setup() {
        users.add(ayu)
        users.add(budi)
    }

    def "a challenge is found as it was issued"() {
        when:
        challenges.issue(challenge)

        then:
        challenges.find(challenge.id()) == Optional.of(challenge)
    }

    def "what was not issued is not there"() {
        expect:
        challenges.find(challenge.id()).empty
        !challenges.countGuess(challenge)
        !challenges.take(challenge)
    }

    def "somebody may be on the way in on two devices"() {
        given:
        def other = challengeFor(ayu)

        when:
        [challenge, other].each { challenges.issue(it) }
        challenges.take(other)

        then:
        challenges.find(challenge.id()).present
        challenges.find(other.id()).empty
    }

    def "of fifty who use it at once, one has it"() {
        given:
        challenges.issue(challenge)

        expect:
        Race.of(50) { challenges.take(challenge) }.count(true) == 1
        challenges.find(challenge.id()).empty
    }

    def "so many guesses are let through and no more, also of fifty at once"() {
        given:
        challenges.issue(challenge)

        expect:
        Race.of(50) { challenges.countGuess(challenge) }.count(true) == Challenge.MOST_GUESSES
        !challenges.countGuess(challenge)
    }

    def "who is turned away has to begin anew, nobody else"() {
        given:
        def other = challengeFor(budi)
        [challenge, challengeFor(ayu), other].each { challenges.issue(it) }

        when:
        arrivals.turnAway(ayu.id())

        then:
        challenges.find(challenge.id()).empty
        !challenges.take(challenge)
        challenges.find(other.id()).present
    }

    protected static Challenge challengeFor(user) {
        Challenge.issue(new ChallengeId(UUID.randomUUID()), user.id(), People.NOW)
    }
}
