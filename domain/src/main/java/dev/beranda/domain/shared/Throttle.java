package dev.beranda.domain.shared;

import java.time.Duration;

/// Counts attempts, over all nodes together, and says when it is enough.
public interface Throttle {

    /// Takes one attempt out of the allowance of this subject. Counting happens here, before the work, so that a
    /// burst in parallel gains nothing.
    Verdict take(Allowance allowance, String subject);

    /// Gives an attempt back that turned out to be rightful.
    void giveBack(Allowance allowance, String subject);

    /// So many attempts at once, and as many again spread evenly over the period.
    ///
    /// @param name keeps the counts of different doors apart
    record Allowance(String name, int attempts, Duration period) {}

    sealed interface Verdict {

        record Allowed(long remaining) implements Verdict {}

        record Exhausted(Duration retryAfter) implements Verdict {}
    }
}
