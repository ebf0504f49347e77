package dev.beranda.domain.credential;

/// Turns passwords into what may be kept, and compares. Slow on purpose and bounded: it throws
/// [dev.beranda.domain.shared.Overloaded] when too many wait already.
public interface PasswordHasher {

    /// Throws while there is no room, so that nothing is spent on who will be turned away. Room now is no promise.
    void requireRoom();

    PasswordHash hash(Password password);

    /// For somebody who is known already; for who says to be somebody there is [#attempt()].
    default Match compare(Password password, PasswordHash hash) {
        return attempt().compare(password, hash);
    }

    /// Whether anybody can come in by it: it is of a scheme known here, and asks for no more work than anybody would
    /// have asked for honestly.
    boolean canCompareWith(PasswordHash hash);

    /// Somebody says who they are. Asked before anything is looked up for them, so that the time until they hear NO
    /// says nothing about what was found; throws while there is no room.
    Attempt attempt();

    interface Attempt {

        Match compare(Password password, PasswordHash hash);

        /// Does the work of a comparison for an account that is not there or has no password, and never matches.
        void compareWithNothing(Password password);
    }

    enum Match {
        YES,
        /// Right, but hashed in a way we would not choose today.
        YES_BUT_OUTDATED,
        NO
    }
}
