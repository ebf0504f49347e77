package dev.beranda.domain.credential;

/// Turns passwords into what may be kept, and compares. Slow on purpose and bounded: it throws
/// [dev.beranda.domain.shared.Overloaded] when too many wait already.
public interface PasswordHasher {

    /// Throws while there is no room, so that nothing is spent on who will be turned away. Room now is no promise.
    void requireRoom();

    PasswordHash hash(Password password);

    /// For somebody who is known already; for who says to be somebody there is [#hear()].
    default Match compare(Password password, PasswordHash hash) {
        try (var attempt = hear().attempt()) {
            return attempt.compare(password, hash);
        }
    }

    /// Whether anybody can come in by it: it is of a scheme known here, and asks for no more work than anybody would
    /// have asked for honestly.
    boolean canCompareWith(PasswordHash hash);

    /// Somebody says who they are. The time until they hear NO is counted from here, and says nothing about what is
    /// found out meanwhile.
    Hearing hear();

    /// What one says who says who they are.
    interface Hearing {

        /// Waits until they are to be heard, and throws where there is no room to wait: what has to be looked up for
        /// them is looked up after that, at the pace of the hashes.
        Attempt attempt();

        /// NO without a comparison, when one with a comparison would have been told.
        void refuse();
    }

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
