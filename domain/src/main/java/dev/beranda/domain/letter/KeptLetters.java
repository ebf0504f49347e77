package dev.beranda.domain.letter;

import dev.beranda.domain.user.UserId;

/// The letters that are in the house still after they were sent.
public interface KeptLetters {

    /// Throws away whatever there is about this account.
    void forget(UserId reader);
}
