package dev.beranda.domain.comment;

import dev.beranda.domain.user.UserId;

/// Who said something.
public sealed interface Commenter {

    record Known(UserId id) implements Commenter {}

    /// Somebody without an account, where comments came from another house: nothing is kept of them but the name they
    /// signed with for all to read.
    record Guest(GuestName name) implements Commenter {}

    /// They left and wanted to be forgotten; what they said to all stayed.
    record Forgotten() implements Commenter {}

    default boolean is(UserId user) {
        return this instanceof Known(var id) && id.equals(user);
    }
}
