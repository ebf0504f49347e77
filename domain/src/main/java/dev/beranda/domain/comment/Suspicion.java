package dev.beranda.domain.comment;

/// How much a comment looks like spam.
public enum Suspicion {
    NONE,
    /// Enough for somebody to look at it first.
    DOUBTFUL,
    SPAM;

    public Suspicion or(Suspicion other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
