package dev.beranda.domain.factor;

import dev.beranda.domain.user.UserId;
import java.util.List;

/// The codes on people's papers, as far as they are kept.
public interface RecoveryCodes {

    /// How many somebody may still use.
    int left(UserId user);

    /// Gives somebody a new set; the old ones, used or not, are good for nothing from then on.
    void replace(UserId user, List<RecoveryDigest> digests);

    /// Uses one up. Of many who do at once, one is told that it was them.
    boolean use(UserId user, RecoveryDigest digest);
}
