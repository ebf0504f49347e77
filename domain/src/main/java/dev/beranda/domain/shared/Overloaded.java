package dev.beranda.domain.shared;

import java.time.Duration;

/// More work came in than can be done in reasonable time; this piece was not begun.
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Overloaded(String what, Duration retryAfter) {
        super(what + " has no free place");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
