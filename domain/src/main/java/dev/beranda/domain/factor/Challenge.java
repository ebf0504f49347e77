package dev.beranda.domain.factor;

import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;

/// Somebody on the way in, between the first factor and the second. Good once, for a short while and a few guesses.
public record Challenge(ChallengeId id, UserId user, Instant expiresAt) {

    /// Guesses after which the first factor has to be proven anew.
    public static final int MOST_GUESSES = 5;

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    public static Challenge issue(ChallengeId id, UserId user, Instant now) {
        return new Challenge(id, user, now.plus(LIFETIME));
    }

    public boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
