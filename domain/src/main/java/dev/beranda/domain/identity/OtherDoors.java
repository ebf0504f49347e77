package dev.beranda.domain.identity;

import dev.beranda.domain.user.UserId;

/// The doors that are nobody's but the owner's: a password, and what else there is beside identities.
public interface OtherDoors {

    /// Whether this person has one of them.
    boolean openTo(UserId user);
}
