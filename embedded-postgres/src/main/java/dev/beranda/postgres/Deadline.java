package dev.beranda.postgres;

import java.time.Duration;

/// Patience with an end.
final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(3);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /// Waits a moment; false when patience is over.
    boolean pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while waiting for PostgreSQL");
        }
        return System.nanoTime() < end;
    }
}
