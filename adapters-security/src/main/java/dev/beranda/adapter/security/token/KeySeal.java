package dev.beranda.adapter.security.token;

import dev.beranda.domain.session.SealedKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/// Locks private keys away, each under its name.
final class KeySeal {

    private final Strongbox box;

    KeySeal(InstallationSecret secret) {
        this.box = new Strongbox(secret.key(InstallationSecret.Purpose.SIGNING_KEYS));
    }

    SealedKey seal(String name, PrivateKey privateKey) {
        return new SealedKey(box.lock(name, privateKey.getEncoded()));
    }

    /// @throws IllegalStateException if it was not sealed under this name with the secret of this installation
    PrivateKey open(String name, SealedKey sealed) {
        byte[] key = box.open(name, sealed.reveal())
                .orElseThrow(() -> new IllegalStateException(
                        "signing key " + name + " was sealed with another installation secret; bring that one back,"
                                + " or remove the signing keys and everybody has to log in again"));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key " + name + " is no key", e);
        }
    }
}
