package dev.beranda.domain.passkey;

import dev.beranda.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What a device is asked to sign, so that nothing it ever signed before will do. Good once, for a short while, for
/// what it was made for.
///
/// @param nonce 32 random bytes, in Base64 for URLs
public record PasskeyChallenge(String nonce, Errand errand, Instant expiresAt) {

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    /// What it was made for.
    public sealed interface Errand {

        /// To add a passkey, in this session.
        record Adding(SessionId session) implements Errand {}

        /// To come in by the passkey alone.
        record ComingIn() implements Errand {}

        /// To come in, having proven another factor.
        ///
        /// @param challenge the id of what stands for that
        record SecondFactor(UUID challenge) implements Errand {}
    }

    public static PasskeyChallenge issue(String nonce, Errand errand, Instant now) {
        return new PasskeyChallenge(nonce, errand, now.plus(LIFETIME));
    }

    public boolean isGoodFor(Errand other, Instant now) {
        return errand.equals(other) && now.isBefore(expiresAt);
    }

    public boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
