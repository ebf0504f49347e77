package dev.beranda.adapter.security.password;

import java.util.Optional;

/// One way of keeping passwords, ours or one that accounts were brought along with.
sealed interface Scheme
        permits PreferredScheme, BcryptScheme, DjangoPbkdf2Scheme, DjangoScryptScheme, FirebaseScryptScheme {

    /// Empty when the text is not of this scheme, or asks for more work than anybody would have asked for honestly.
    Optional<StoredHash> read(String encoded);
}
