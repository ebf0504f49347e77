package dev.beranda.counterexample.impatience.application.user;

import java.time.Clock;
import java.time.Instant;

public final class TakeTheTimeGiven {

    private final Clock clock;

    public TakeTheTimeGiven(Clock clock) {
        this.clock = clock;
    }

    public Instant take() {
        return clock.instant();
    }
}
