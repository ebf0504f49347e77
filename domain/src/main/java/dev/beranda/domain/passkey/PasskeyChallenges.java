package dev.beranda.domain.passkey;

import java.util.Optional;

/// The challenges nobody has answered yet.
public interface PasskeyChallenges {

    void issue(PasskeyChallenge challenge);

    /// Uses it up, whatever comes of the answer. Of many who answer at once, one gets it.
    Optional<PasskeyChallenge> take(String nonce);
}
