package dev.beranda.domain.media;

import dev.beranda.domain.user.UserId;

/// Whose a medium is.
public sealed interface Owner {

    boolean is(UserId person);

    record Somebody(UserId user) implements Owner {

        @Override
        public boolean is(UserId person) {
            return user.equals(person);
        }
    }

    /// Who brought it was forgotten since.
    record Nobody() implements Owner {

        @Override
        public boolean is(UserId person) {
            return false;
        }
    }
}
