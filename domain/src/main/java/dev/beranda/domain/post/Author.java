package dev.beranda.domain.post;

import dev.beranda.domain.user.UserId;

/// Who wrote a post.
public sealed interface Author {

    record Known(UserId id) implements Author {}

    /// They left and wanted to be forgotten; what they wrote for all stayed.
    record Forgotten() implements Author {}

    default boolean is(UserId user) {
        return this instanceof Known(var id) && id.equals(user);
    }
}
