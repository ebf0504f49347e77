package dev.beranda.domain.credential;

/// Turns passwords into what may be kept, and compares. Slow on purpose and bounded: it throws
/// [dev.beranda.domain.shared.Overloaded] when too many wait already.
public interface PasswordHasher {

    /// Throws while there is no room, so that nothing is spent on who will be turned away. Room now is no promise.
    void requireRoom();

    PasswordHash hash(Password password);

    Match compare(Password password, PasswordHash hash);

    /// Whether anybody can come in by it: it is of a scheme known here, and asks for no more work than anybody would
    /// have asked for honestly.
    boolean canCompareWith(PasswordHash hash);

    /// Does the work of a comparison for an account that is not there or has no password, and never matches: who asks
    /// must not learn from the time it takes.
    void compareWithNothing(Password password);

    enum Match {
        YES,
        /// Right, but hashed in a way we would not choose today.
        YES_BUT_OUTDATED,
        NO
    }
}
