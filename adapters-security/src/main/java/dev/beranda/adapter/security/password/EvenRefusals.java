package dev.beranda.adapter.security.password;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Makes every NO take the same time, whatever kind of hash stood behind it: it is told at full steps only, and never
/// before the dearest kind that was met here could have been computed.
final class EvenRefusals {

    /// Kinds differ by their cost, and costs are few; unless somebody brings along a thousand different ones.
    private static final int MOST_KINDS = 64;

    private final long stepNanos;

    /// The least time each kind ever took, as the rest is the machine's and not the hash's.
    private final Map<String, Long> leastNanos = new ConcurrentHashMap<>();

    EvenRefusals(Duration step) {
        this.stepNanos = step.toNanos();
    }

    void took(String kind, long nanos) {
        if (leastNanos.size() < MOST_KINDS || leastNanos.containsKey(kind)) {
            leastNanos.merge(kind, nanos, Math::min);
        }
    }

    /// @param begun when the question came in, by [System#nanoTime]
    void await(long begun) {
        if (stepNanos == 0) {
            return;
        }
        try {
            Thread.sleep(Duration.ofNanos(left(System.nanoTime() - begun)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// How long still to be silent after a time.
    long left(long elapsed) {
        long next = Math.ceilDiv(elapsed, stepNanos) * stepNanos;
        return Math.max(next, floor()) - elapsed;
    }

    /// The quarter on top keeps a kind that takes about a full step from falling on either side of it.
    private long floor() {
        long dearest =
                leastNanos.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return Math.ceilDiv(dearest + dearest / 4, stepNanos) * stepNanos;
    }
}
