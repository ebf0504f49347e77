package dev.beranda.adapter.persistence.session;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is worth remembering for a while, each with a number that only grows.
final class Memory<K> {

    private record Entry(int number, long until) {}

    private final Map<K, Entry> entries = new ConcurrentHashMap<>();
    private final long lasts;
    private volatile long lastSweep = System.nanoTime();

    Memory(Duration lasts) {
        this.lasts = lasts.toNanos();
    }

    /// The number noted for the key, or -1.
    int numberOf(K key) {
        Entry entry = entries.get(key);
        return entry == null ? -1 : entry.number();
    }

    void note(K key, int number) {
        sweepNowAndThen();
        var entry = new Entry(number, System.nanoTime() + lasts);
        entries.merge(key, entry, (known, heard) -> new Entry(Math.max(known.number(), heard.number()), heard.until()));
    }

    private void sweepNowAndThen() {
        long now = System.nanoTime();
        if (now - lastSweep > lasts / 8) {
            lastSweep = now;
            entries.values().removeIf(entry -> now - entry.until() > 0);
        }
    }
}
