package dev.beranda.domain.readership;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface ReadershipEvent extends DomainEvent {

    record Liked(PostId post, UserId by, Instant at) implements ReadershipEvent {}

    record Followed(UserId person, UserId by, Instant at) implements ReadershipEvent {}
}
