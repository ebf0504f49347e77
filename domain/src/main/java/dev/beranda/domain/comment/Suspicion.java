package dev.beranda.domain.comment;

/// How much a comment looks like spam.
public enum Suspicion {
    NONE,
    /// Enough for somebody to look at it first.
    DOUBTFUL,
    SPAM;

    /// @param doubtful from how many on
    /// @param spam from how many on
    static Suspicion of(int count, int doubtful, int spam) {
        if (count >= spam) {
            return SPAM;
        }
        return count >= doubtful ? DOUBTFUL : NONE;
    }

    public Suspicion or(Suspicion other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
