package dev.beranda.domain.credential;

/// Turns passwords into what may be kept, and compares. Slow on purpose and bounded: it throws
/// [dev.beranda.domain.shared.Overloaded] when too many wait already.
public interface PasswordHasher {

    /// Throws while there is no room, so that nothing is spent on who will be turned away. Room now is no promise.
    void requireRoom();

    PasswordHash hash(Password password);

    /// For somebody who is known already; for who says to be somebody there is [#attempt()].
    default Match compare(Password password, PasswordHash hash) {
        try (var attempt = attempt()) {
            return attempt.compare(password, hash);
        }
    }

    /// Whether anybody can come in by it: it is of a scheme known here, and asks for no more work than anybody would
    /// have asked for honestly.
    boolean canCompareWith(PasswordHash hash);

    /// Somebody says who they are. Waits until they are to be heard, and throws where there is no room to wait:
    /// what has to be looked up for them is looked up after that, at the pace of the hashes. And the time until
    /// they hear NO, counted from here, says nothing about what was found.
    Attempt attempt();

    /// One comparison.
    interface Attempt extends AutoCloseable {

        Match compare(Password password, PasswordHash hash);

        /// Does the work of a comparison for an account that is not there or has no password, and never matches.
        void compareWithNothing(Password password);

        /// Lets the next one in, where nothing was compared.
        @Override
        void close();
    }

    enum Match {
        YES,
        /// Right, but hashed in a way we would not choose today.
        YES_BUT_OUTDATED,
        NO
    }
}
