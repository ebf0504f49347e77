package dev.beranda.domain.post;

import java.util.List;

/// What came of moving a post on, or back.
public sealed interface StageChange {

    record Changed(Post post, List<PostEvent> events) implements StageChange {

        public Changed {
            events = List.copyOf(events);
        }
    }

    record Unchanged(Post post) implements StageChange {}

    /// Who wants it may not.
    record NotTheirs() implements StageChange {}

    /// It lies in the trash, from which it would have to be taken first; or does not, and so cannot be.
    record NotFromHere() implements StageChange {}
}
