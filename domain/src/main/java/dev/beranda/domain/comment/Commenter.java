package dev.beranda.domain.comment;

import dev.beranda.domain.user.UserId;

/// Who said something.
public sealed interface Commenter {

    record Known(UserId id) implements Commenter {}

    /// They left and wanted to be forgotten; what they said to all stayed.
    record Forgotten() implements Commenter {}

    default boolean is(UserId user) {
        return this instanceof Known(var id) && id.equals(user);
    }
}
