package dev.beranda.domain.passkey;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// Looks at what devices answer (WebAuthn): whether it was made for us, on a page of ours, of this challenge, by a
/// device that made sure of its owner.
public interface Ceremonies {

    /// 32 random bytes, in Base64 for URLs.
    String drawNonce();

    /// What devices know somebody by.
    String handleOf(UserId user);

    /// Which challenge this claims to answer.
    Optional<String> nonceIn(PasskeyAnswer answer);

    /// Empty if anything about it is wrong.
    Optional<Attestation> verify(PasskeyAnswer.Made answer, PasskeyChallenge challenge);

    /// Empty if anything about it is wrong.
    Optional<Usage> verify(PasskeyAnswer.Used answer, PasskeyChallenge challenge, Passkey passkey);
}
