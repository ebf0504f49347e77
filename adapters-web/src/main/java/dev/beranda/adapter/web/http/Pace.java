package dev.beranda.adapter.web.http;

/// Keeps the time of one body. In every spell it has to bring something; and once its grace is over, no less in all
/// than the slowest honest line would have brought by then, so that every body has an end, however patiently it
/// trickles.
final class Pace {

    private static final long SECOND = 1_000_000_000L;

    private final long spell;
    private final long share;
    private final long grace;
    private final long rate;

    private long begun;
    /// When this spell began.
    private long since;
    /// How much was here then.
    private int before;

    Pace(HttpLimits limits) {
        this.spell = limits.bodySpell().toNanos();
        this.share = limits.bodyShare();
        this.grace = limits.bodyGrace().toNanos();
        this.rate = limits.bodyRate();
    }

    void begin(long now) {
        begun = now;
        since = now;
        before = 0;
    }

    /// When to look again.
    long due(int size) {
        return Math.min(since + spell, end(size));
    }

    /// To be asked when it is due.
    boolean isTooSlow(long now, int size) {
        if (now >= end(size)) {
            return true;
        }
        if (now < since + spell) {
            return false;
        }
        boolean rests = size - before < share;
        since = now;
        before = size;
        return rests;
    }

    /// The last moment at which so much is enough.
    private long end(int size) {
        return begun + grace + Math.multiplyExact(size, SECOND) / rate;
    }
}
