package dev.beranda.domain.post;

import java.time.Instant;

/// How far a post has come.
public sealed interface Stage {

    /// A stage one can come back to from the trash.
    sealed interface Kept extends Stage {}

    /// Nobody but those who work on it has seen it.
    record Draft() implements Kept {}

    /// For everybody to read, from some moment on: nobody has to do anything when it comes.
    /// Until it comes, it is a draft or has been taken back, and is that again when the plan is dropped.
    record Open(Instant from, News news) implements Kept {}

    /// Taken back after it could be read.
    ///
    /// @param since when it could, in case it is given out again
    record Withdrawn(Instant since) implements Kept {}

    /// Of a post that is brought from elsewhere. What could be read there before is no news here; what is to be read
    /// later will be.
    ///
    /// @param then now, or when it was thrown away there
    static Kept openSince(Instant from, Instant then) {
        return new Open(from, from.isAfter(then) ? new News.First() : new News.Told());
    }

    record Trashed(Kept before, Instant at) implements Stage {}
}
