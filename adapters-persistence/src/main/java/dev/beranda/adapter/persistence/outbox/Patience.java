package dev.beranda.adapter.persistence.outbox;

import java.time.Duration;

/// How long is waited after a failure, and when it is enough.
///
/// @param first the pause after the first failure; each next one is twice as long
/// @param longest no pause is longer
/// @param attempts after so many it is given up
public record Patience(Duration first, Duration longest, int attempts) {

    /// A carrier that is away for a day is waited for.
    public static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(10), 150);

    boolean isOver(int attempt) {
        return attempt >= attempts;
    }

    Duration pauseAfter(int attempt) {
        if (attempt > 30) {
            return longest;
        }
        Duration pause = first.multipliedBy(1L << (attempt - 1));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
