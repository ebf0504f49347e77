package dev.beranda.domain.factor;

import java.util.Optional;

/// Everybody who is on the way in. When somebody's sessions are ended, they are turned away too.
public interface Challenges {

    void issue(Challenge challenge);

    Optional<Challenge> find(ChallengeId id);

    /// Counts a guess, before it is compared. No more than [Challenge#MOST_GUESSES] are let through.
    boolean countGuess(Challenge challenge);

    /// Uses it up. Of many who do at once, one is told that it was them.
    boolean take(Challenge challenge);
}
