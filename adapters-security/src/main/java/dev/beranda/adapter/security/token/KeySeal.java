package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.session.SealedKey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Locks private keys away: version, nonce and AES-256-GCM of the key, bound to its name. What opens under a name was
/// locked under that name by this installation, so a key that somebody slipped into the store does not open.
final class KeySeal {

    private static final byte VERSION = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    KeySeal(InstallationSecret secret) {
        this.key = secret.key(InstallationSecret.Purpose.SIGNING_KEYS);
    }

    SealedKey seal(String name, PrivateKey privateKey) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, VERSION, name, nonce).doFinal(privateKey.getEncoded());
            var box = ByteBuffer.allocate(1 + NONCE_LENGTH + locked.length);
            return new SealedKey(box.put(VERSION).put(nonce).put(locked).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal keys", e);
        }
    }

    /// @throws IllegalStateException if it was not sealed under this name with the secret of this installation
    PrivateKey open(String name, SealedKey sealed) {
        try {
            var box = ByteBuffer.wrap(sealed.reveal());
            byte version = box.get();
            byte[] nonce = taken(box, NONCE_LENGTH);
            byte[] locked = taken(box, box.remaining());
            byte[] key = cipher(Cipher.DECRYPT_MODE, version, name, nonce).doFinal(locked);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | BufferUnderflowException e) {
            throw new IllegalStateException(
                    "signing key " + name + " was sealed with another installation secret; bring that one back, or"
                            + " remove the signing keys and everybody has to log in again",
                    e);
        }
    }

    private Cipher cipher(int mode, byte version, String name, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {version});
        cipher.updateAAD(name.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] taken(ByteBuffer box, int length) {
        byte[] bytes = new byte[length];
        box.get(bytes);
        return bytes;
    }
}
