package dev.beranda.domain.readership;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/// What a reader leaves on a post: once, or not at all.
public enum Mark {

    /// Says to everybody that somebody liked it, and to its author who.
    LIKE,

    /// Keeps it for later, and is nobody else's business.
    BOOKMARK;

    /// What the house hears of it when it is left.
    public Optional<ReadershipEvent> news(PostId post, UserId reader, Instant now) {
        return switch (this) {
            case LIKE -> Optional.of(new ReadershipEvent.Liked(post, reader, now));
            case BOOKMARK -> Optional.empty();
        };
    }
}
