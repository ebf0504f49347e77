package dev.beranda.adapter.persistence.id;

import dev.beranda.domain.shared.UuidSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Identifiers by RFC 9562, version 7: the millisecond, a counter within it, and 62 random bits. Those of one node
/// always grow, also when its clock is set back.
@Singleton
final class TimeOrderedUuids implements UuidSource {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// Millisecond and counter in one number, so that a counter that runs over borrows from the next millisecond.
    private final AtomicLong last = new AtomicLong();

    TimeOrderedUuids(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        // The counter begins in the lower half and so has room to grow.
        long fresh = (clock.millis() << COUNTER_BITS) | (random.nextLong() & (COUNTER >> 1));
        long moment = last.updateAndGet(previous -> Math.max(previous + 1, fresh));
        long high = ((moment & ~COUNTER) << 4) | VERSION | (moment & COUNTER);
        return new UUID(high, VARIANT | (random.nextLong() >>> 2));
    }
}
