package dev.beranda.application.passkey;

import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyId;
import dev.beranda.domain.passkey.PasskeyName;
import java.time.Instant;

/// One line of the list of passkeys.
public record PasskeyView(PasskeyId id, PasskeyName name, boolean backedUp, Instant addedAt, Instant usedAt) {

    public static PasskeyView of(Passkey passkey) {
        return new PasskeyView(passkey.id(), passkey.name(), passkey.backedUp(), passkey.addedAt(), passkey.usedAt());
    }
}
