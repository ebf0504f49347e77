package dev.beranda.adapter.security.password;

import java.time.Duration;

/// How much of the machine hashing may take.
///
/// @param threads hashes made at the same time
/// @param places how many may wait for a thread
/// @param longestWait nobody is let into the queue who would wait longer than about this
/// @param refusalStep a wrong password is only told at multiples of this, so that the time says nothing; zero tells at
///     once
public record HashingSettings(
        PreferredHash preferred, int threads, int places, Duration longestWait, Duration refusalStep) {

    private static final int PLACES_FOR_EACH_THREAD = 64;

    public HashingSettings {
        if (threads < 1 || places < 1) {
            throw new IllegalArgumentException("hashing needs a thread and a place to wait");
        }
        if (longestWait.isNegative() || longestWait.isZero() || refusalStep.isNegative()) {
            throw new IllegalArgumentException(
                    "hashing needs a waiting time, and refusals no time before their question");
        }
    }

    public static HashingSettings usual() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new HashingSettings(
                PreferredHash.Argon2id.USUAL,
                cores,
                cores * PLACES_FOR_EACH_THREAD,
                Duration.ofSeconds(2),
                Duration.ofMillis(100));
    }
}
