package dev.beranda.adapter.security.token;

import dev.beranda.domain.session.SigningKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/// A signing key, opened and ready for use.
final class LoadedKey {

    private final SigningKey key;
    private final PublicJwk jwk;
    private final PrivateKey privateKey;
    private final String header;

    /// Made when first needed: what it takes to load Bouncy Castle shall not delay the start.
    private volatile @Nullable SignatureCheck check;

    private LoadedKey(SigningKey key, PublicJwk jwk, PrivateKey privateKey) {
        this.key = new SigningKey(key.id(), jwk.toJson(), key.sealedPrivateKey(), key.signsFrom(), key.retiresAt());
        this.jwk = jwk;
        this.privateKey = privateKey;
        this.header = header(key.id());
    }

    /// Keys that are only believed are opened too: that they open proves that they are ours.
    ///
    /// @throws IllegalStateException if it is not a key of this installation
    static LoadedKey open(SigningKey key, KeySeal seal) {
        return new LoadedKey(key, ownJwk(key), seal.open(key.id(), key.sealedPrivateKey()));
    }

    /// How every token begins that the key of this name signs.
    static String header(String id) {
        return Base64Url.encode("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + id + "\"}");
    }

    String header() {
        return header;
    }

    /// The key with its public half as we write it, whatever else is stored beside that.
    SigningKey key() {
        return key;
    }

    /// Left to the JDK, whose arithmetic takes the same time whatever the private key is.
    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign tokens", e);
        }
    }

    boolean signed(byte[] message, byte[] signature) {
        SignatureCheck ready = check;
        if (ready == null) {
            ready = new SignatureCheck(jwk);
            check = ready;
        }
        return ready.passes(message, signature);
    }

    private static PublicJwk ownJwk(SigningKey key) {
        try {
            var jwk = PublicJwk.parse(key.publicKey());
            if (jwk.thumbprint().equals(key.id())) {
                return jwk;
            }
        } catch (Malformed _) {
            // as bad as the key of another
        }
        throw new IllegalStateException("signing key " + key.id() + " is stored with a public key that is not its own");
    }
}
