package dev.beranda.domain.factor

import dev.beranda.domain.session.Arrivals
import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId

class FakeChallenges implements Challenges, Arrivals, Restorable {

    private Map<ChallengeId, Challenge> standing = [:]
    private Map<ChallengeId, Integer> guesses = [:]

    @Override
    synchronized void issue(Challenge challenge) {
        standing += [(challenge.id()): challenge]
    }

    @Override
    synchronized Optional<Challenge> find(ChallengeId id) {
        Optional.ofNullable(standing[id])
    }

    @Override
    synchronized boolean countGuess(Challenge challenge) {
        def before = guesses[challenge.id()] ?: 0
        if (!standing[challenge.id()] || before >= Challenge.MOST_GUESSES) {
            return false
        }
        guesses += [(challenge.id()): before + 1]
        true
    }

    @Override
    synchronized boolean take(Challenge challenge) {
        def present = standing
        standing = standing.findAll { it.key != challenge.id() }
        present[challenge.id()] != null
    }

    @Override
    synchronized void turnAway(UserId user) {
        standing = standing.findAll { it.value.user() != user }
    }

    @Override
    synchronized Runnable presentState() {
        def (standing, guesses) = [this.standing, this.guesses]
        return {
            this.standing = standing
            this.guesses = guesses
        }
    }
}
