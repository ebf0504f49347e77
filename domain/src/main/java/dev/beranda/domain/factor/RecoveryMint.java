package dev.beranda.domain.factor;

import dev.beranda.domain.user.UserId;

/// Makes recovery codes, and what is kept of them.
public interface RecoveryMint {

    RecoveryCode draw();

    /// The same code of the same person always has the same one.
    RecoveryDigest digestOf(UserId user, RecoveryCode code);
}
