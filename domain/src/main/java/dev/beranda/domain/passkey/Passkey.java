package dev.beranda.domain.passkey;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// A key that one device, or one account of devices, holds for somebody.
///
/// @param publicKey as it was attested, in the form its verifier keeps it in
/// @param counter how often it was used, as the device counts; 0 where it does not
/// @param backedUp whether it outlives the device
/// @param usedAt when it last let somebody in, or was added
public record Passkey(
        PasskeyId id,
        UserId user,
        CredentialId credential,
        String publicKey,
        long counter,
        boolean backedUp,
        PasskeyName name,
        Instant addedAt,
        Instant usedAt) {

    /// More than anybody has devices.
    public static final int MOST = 20;

    public static Passkey add(PasskeyId id, UserId user, Attestation attestation, PasskeyName name, Instant now) {
        return new Passkey(
                id,
                user,
                attestation.credential(),
                attestation.publicKey(),
                attestation.counter(),
                attestation.backedUp(),
                name,
                now,
                now);
    }
}
