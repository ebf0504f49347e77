package dev.beranda.counterexample.impatience.domain.user;

import java.time.Instant;

public record AsksTheHour(Instant then) {

    public boolean isPast() {
        return then.isBefore(Instant.now());
    }
}
