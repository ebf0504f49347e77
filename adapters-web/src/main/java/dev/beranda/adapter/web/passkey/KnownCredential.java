package dev.beranda.adapter.web.passkey;

import dev.beranda.domain.passkey.CredentialId;
import io.micronaut.serde.annotation.Serdeable;

/// A passkey as browsers are told of it.
@Serdeable
public record KnownCredential(String type, String id) {

    public static KnownCredential of(CredentialId credential) {
        return new KnownCredential("public-key", credential.value());
    }
}
