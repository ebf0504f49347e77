package dev.beranda.domain.post;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface PostEvent extends DomainEvent {

    PostId post();

    record Written(PostId post, UserId by, Instant at) implements PostEvent {}

    record Edited(PostId post, UserId by, Instant at) implements PostEvent {}

    /// It came from another house, or came again: nobody has to be told that there is something new to read.
    record Brought(PostId post, UserId by, Instant at) implements PostEvent {}

    /// It can be read from a later moment on and not before, also if it could till now. At that moment [Published]
    /// follows, or [Reopened], if nothing comes between.
    record Planned(PostId post, UserId by, Instant from, Instant at) implements PostEvent {}

    /// It can be read, for the first time.
    record Published(PostId post, Instant at) implements PostEvent {}

    /// It can be read again.
    record Reopened(PostId post, Instant at) implements PostEvent {}

    record Withdrawn(PostId post, UserId by, Instant at) implements PostEvent {}

    record Trashed(PostId post, UserId by, Instant at) implements PostEvent {}

    record Restored(PostId post, UserId by, Instant at) implements PostEvent {}

    /// It is gone for good, with all that hung on it.
    record Deleted(PostId post, Instant at) implements PostEvent {}
}
