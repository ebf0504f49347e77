package dev.beranda.adapter.security.password;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Remembers that a service failed, and lets one call in each pause find out whether it is back.
final class Outage {

    private static final long NONE = Long.MIN_VALUE;

    private final long pauseMillis;
    private final InstantSource clock;
    private final AtomicLong nextTry = new AtomicLong(NONE);

    Outage(Duration pause, InstantSource clock) {
        this.pauseMillis = pause.toMillis();
        this.clock = clock;
    }

    boolean letsTry() {
        long due = nextTry.get();
        if (due == NONE) {
            return true;
        }
        long now = clock.millis();
        return due <= now && nextTry.compareAndSet(due, now + pauseMillis);
    }

    void begin() {
        nextTry.set(clock.millis() + pauseMillis);
    }

    void over() {
        nextTry.set(NONE);
    }
}
