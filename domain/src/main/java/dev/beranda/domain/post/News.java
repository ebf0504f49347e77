package dev.beranda.domain.post;

import java.time.Instant;

/// What the rest of the house hears of a post when the moment comes from which on it can be read.
public sealed interface News {

    /// Nothing more.
    record Told() implements News {}

    sealed interface Untold extends News {

        PostEvent of(PostId post, Instant now);
    }

    /// That there is something new to read.
    record First() implements Untold {

        @Override
        public PostEvent of(PostId post, Instant now) {
            return new PostEvent.Published(post, now);
        }
    }

    /// That it can be read again.
    ///
    /// @param since when it could before it was planned again
    record Again(Instant since) implements Untold {

        @Override
        public PostEvent of(PostId post, Instant now) {
            return new PostEvent.Reopened(post, now);
        }
    }
}
