package dev.beranda.domain.shared

import java.util.concurrent.atomic.AtomicLong

/// 1, 2, 3, in the form of a UUID of version 7.
class SequentialUuids implements UuidSource {

    private final AtomicLong count = new AtomicLong()

    @Override
    UUID next() {
        new UUID(0x019d0000_0000_7000L, Long.MIN_VALUE | count.incrementAndGet())
    }
}
