package dev.beranda.domain.session;

import java.time.Duration;
import java.time.Instant;

/// A key that signs access tokens for a while: announced first, so that everybody who keeps a copy of the public keys
/// has it in time; then signing; then only believed, until the last token it signed has expired.
///
/// @param publicKey as a JSON Web Key
/// @param sealedPrivateKey nobody can use it without the secret of this installation
public record SigningKey(
        String id, String publicKey, SealedKey sealedPrivateKey, Instant signsFrom, Instant retiresAt) {

    /// How long a key is known before it signs.
    public static final Duration NOTICE = Duration.ofHours(24);

    public static final Duration SIGNING_TIME = Duration.ofDays(90);

    public boolean signsAt(Instant now) {
        return !now.isBefore(signsFrom) && now.isBefore(retiresAt);
    }

    /// @param longestToken how long a token that was signed in the last moment lives
    public boolean isBelievedAt(Instant now, Duration longestToken) {
        return now.isBefore(retiresAt.plus(longestToken));
    }
}
