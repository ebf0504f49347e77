package dev.beranda.adapter.persistence.user;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counts what was heard of each person. They share a limited number of counters, so one may seem to have changed when
/// another did; never the other way round.
final class Epochs {

    private static final int COUNTERS = 1 << 12;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);
    private final AtomicLong all = new AtomicLong();

    long of(Object key) {
        return all.get() + counters.get(counterOf(key));
    }

    void next(Object key) {
        counters.incrementAndGet(counterOf(key));
    }

    void nextOfAll() {
        all.incrementAndGet();
    }

    private static int counterOf(Object key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & COUNTERS - 1;
    }
}
