package dev.beranda.adapter.persistence.freshness;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// The moments from which on there is more to read than before, though nobody does anything then. Of very many it holds
/// the next ones: those after them are late by as much as it takes to announce a post.
final class Calendar {

    private static final int AT_MOST = 10_000;

    private final NavigableSet<Instant> moments = new ConcurrentSkipListSet<>();
    private volatile Instant next = Instant.MAX;

    synchronized void mark(Instant moment) {
        moments.add(moment);
        if (moments.size() > AT_MOST) {
            moments.pollLast();
        }
        next = moments.first();
    }

    /// Whether a moment has come since this was asked last.
    boolean isDue(Instant now) {
        return !now.isBefore(next) && tearOff(now);
    }

    private synchronized boolean tearOff(Instant now) {
        boolean due = moments.headSet(now, true).pollFirst() != null;
        moments.headSet(now, true).clear();
        next = moments.isEmpty() ? Instant.MAX : moments.first();
        return due;
    }
}
