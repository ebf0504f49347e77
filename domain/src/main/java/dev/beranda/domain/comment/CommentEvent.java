package dev.beranda.domain.comment;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface CommentEvent extends DomainEvent {

    CommentId comment();

    PostId post();

    record Written(CommentId comment, PostId post, UserId by, Instant at) implements CommentEvent {}

    record Reworded(CommentId comment, PostId post, UserId by, Instant at) implements CommentEvent {}

    /// Everybody can read it: from the beginning, or since somebody looked at it.
    record Published(CommentId comment, PostId post, Instant at) implements CommentEvent {}

    /// Nobody can read it any more until somebody has looked at it.
    record Withheld(CommentId comment, PostId post, Concern because, Instant at) implements CommentEvent {}

    record Reported(CommentId comment, PostId post, UserId by, Instant at) implements CommentEvent {}

    record Rejected(CommentId comment, PostId post, UserId by, Instant at) implements CommentEvent {}

    record MarkedAsSpam(CommentId comment, PostId post, UserId by, Instant at) implements CommentEvent {}

    record Deleted(CommentId comment, PostId post, UserId by, Instant at) implements CommentEvent {}
}
