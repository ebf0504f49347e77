package dev.beranda.adapter.security.token;

import dev.beranda.domain.session.KeyForge;
import dev.beranda.domain.session.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/// Makes P-256 keys that go by their own thumbprint.
public final class Es256KeyForge implements KeyForge {

    private final KeySeal seal;

    public Es256KeyForge(InstallationSecret secret) {
        this.seal = new KeySeal(secret);
    }

    @Override
    public SigningKey forge(Instant signsFrom) {
        KeyPair pair = freshPair();
        var jwk = PublicJwk.of((ECPublicKey) pair.getPublic());
        String id = jwk.thumbprint();
        return new SigningKey(
                id, jwk.toJson(), seal.seal(id, pair.getPrivate()), signsFrom, signsFrom.plus(SigningKey.SIGNING_TIME));
    }

    private static KeyPair freshPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make P-256 keys", e);
        }
    }
}
