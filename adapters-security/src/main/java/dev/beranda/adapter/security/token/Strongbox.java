package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Locks bytes away: version, nonce and AES-256-GCM of what is inside, bound to a name. What opens under a name was
/// locked under that name by this installation, so what somebody moved or slipped into the store does not open.
public final class Strongbox {

    private static final byte VERSION = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public Strongbox(SecretKey key) {
        this.key = key;
    }

    public byte[] lock(String name, byte[] content) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, VERSION, name, nonce).doFinal(content);
            var box = ByteBuffer.allocate(1 + NONCE_LENGTH + locked.length);
            return box.put(VERSION).put(nonce).put(locked).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt", e);
        }
    }

    /// Empty if it was not locked under this name with this key.
    public Optional<byte[]> open(String name, byte[] locked) {
        try {
            var box = ByteBuffer.wrap(locked);
            byte version = box.get();
            byte[] nonce = taken(box, NONCE_LENGTH);
            byte[] content = taken(box, box.remaining());
            return Optional.of(cipher(Cipher.DECRYPT_MODE, version, name, nonce).doFinal(content));
        } catch (GeneralSecurityException | BufferUnderflowException _) {
            return Optional.empty();
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
