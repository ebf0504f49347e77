package dev.beranda.domain.shared

import java.time.Clock
import java.time.Duration

/// Token buckets in memory.
class FakeThrottle implements Throttle {

    private final Clock clock
    private final Map<List<Object>, Map<String, Object>> buckets = [:]

    FakeThrottle(Clock clock) {
        this.clock = clock
    }

    @Override
    synchronized Verdict take(Allowance allowance, String subject) {
        def bucket = filled(allowance, subject)
        if (bucket.tokens >= 1) {
            bucket.tokens -= 1
            return new Verdict.Allowed(bucket.tokens as long)
        }
        def missing = (1 - bucket.tokens) * nanosForOne(allowance)
        new Verdict.Exhausted(Duration.ofNanos(missing as long))
    }

    @Override
    synchronized void giveBack(Allowance allowance, String subject) {
        def bucket = filled(allowance, subject)
        bucket.tokens = Math.min(allowance.attempts(), bucket.tokens + 1)
    }

    private Map<String, Object> filled(Allowance allowance, String subject) {
        def now = clock.instant()
        def bucket = buckets.computeIfAbsent([allowance, subject]) { [tokens: (double) allowance.attempts(), since: now] }
        def gained = Duration.between(bucket.since, now).toNanos() / nanosForOne(allowance)
        bucket.tokens = Math.min((double) allowance.attempts(), bucket.tokens + gained as double)
        bucket.since = now
        bucket
    }

    private static double nanosForOne(Allowance allowance) {
        allowance.period().toNanos() / allowance.attempts()
    }
}
