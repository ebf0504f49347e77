package dev.beranda.domain.post;

import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/// What posts were, saved version by saved version. Of each, the latest are kept: [#MOST] of them.
public interface Revisions {

    int MOST = 100;

    /// Gives it the next number.
    void keep(PostId post, UserId by, Story story, Filing filing, Instant now);

    Optional<Revision> find(PostId post, int number);
}
