package dev.beranda.adapter.security.password;

import dev.beranda.domain.credential.Password;

/// A scheme that new passwords may be kept by.
sealed interface PreferredScheme extends Scheme permits Argon2Scheme, BcryptSha256Scheme {

    String hash(Password password);

    /// Looks and costs like one of our hashes; no password belongs to it.
    String decoy();
}
