package dev.beranda.domain.factor;

import dev.beranda.domain.user.UserId;
import java.util.List;

/// Makes recovery codes, and what is kept of them.
public interface RecoveryMint {

    RecoveryCode draw();

    /// The same code of the same person always has the same one.
    RecoveryDigest digestOf(UserId user, RecoveryCode code);

    default List<RecoveryDigest> digestsOf(UserId user, List<RecoveryCode> codes) {
        return codes.stream().map(code -> digestOf(user, code)).toList();
    }
}
