package dev.beranda.domain.comment;

import java.time.Instant;
import java.util.List;

/// What came of wording a comment anew.
public sealed interface Rewording {

    record Reworded(Comment comment, List<CommentEvent> events) implements Rewording {

        public Reworded {
            events = List.copyOf(events);
        }
    }

    record Unchanged(Comment comment) implements Rewording {}

    record NotTheAuthor() implements Rewording {}

    record WindowClosed(Instant at) implements Rewording {}

    /// It was rejected or deleted.
    record Settled() implements Rewording {}
}
