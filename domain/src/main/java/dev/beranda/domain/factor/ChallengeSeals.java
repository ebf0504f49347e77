package dev.beranda.domain.factor;

import java.util.Optional;

/// Makes the token of a challenge out of its id, always the same, and reads it again.
public interface ChallengeSeals {

    ChallengeToken tokenOf(Challenge challenge);

    /// The challenge this token was made of, if it was made by us.
    Optional<ChallengeId> open(ChallengeToken token);
}
