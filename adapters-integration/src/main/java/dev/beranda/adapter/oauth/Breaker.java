package dev.beranda.adapter.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Leaves a provider alone for a while that failed several times in a row, so that nobody waits for it in vain. Then
/// one may try for all.
final class Breaker {

    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private int failures;
    private Instant next = Instant.MIN;

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean letsTry() {
        if (failures < FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(PAUSE);
        return true;
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        next = clock.instant().plus(PAUSE);
    }
}
