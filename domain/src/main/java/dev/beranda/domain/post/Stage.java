package dev.beranda.domain.post;

import java.time.Instant;

/// How far a post has come.
public sealed interface Stage {

    /// A stage one can come back to from the trash.
    sealed interface Kept extends Stage {}

    /// Nobody but those who work on it has seen it.
    record Draft() implements Kept {}

    /// For everybody to read, from some moment on: nobody has to do anything when it comes.
    ///
    /// @param announced whether the rest of the house was told that it can be read
    record Open(Instant from, boolean announced) implements Kept {}

    /// Taken back after it could be read.
    ///
    /// @param since when it could, in case it is given out again
    record Withdrawn(Instant since) implements Kept {}

    /// Of a post that is brought from elsewhere. What could be read there before is no news here; what is to be read
    /// later will be.
    static Kept openSince(Instant from, Instant now) {
        return new Open(from, !from.isAfter(now));
    }

    record Trashed(Kept before, Instant at) implements Stage {}
}
