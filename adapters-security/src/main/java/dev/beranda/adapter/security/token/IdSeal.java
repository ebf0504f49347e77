package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Makes texts out of ids that nobody else can make: the id and a MAC over it and what it is for, 256 bits long, in
/// Base64.
final class IdSeal {

    private static final int ID_LENGTH = 16;
    private static final int MAC_LENGTH = 32;
    private static final int TEXT_LENGTH = (Byte.SIZE * (ID_LENGTH + MAC_LENGTH) + 5) / 6;

    private final SecretKey key;

    IdSeal(SecretKey key) {
        this.key = key;
    }

    String seal(UUID id, String use) {
        return Base64Url.encode(ByteBuffer.allocate(ID_LENGTH + MAC_LENGTH)
                .put(bytes(id))
                .put(mac(id, use))
                .array());
    }

    /// An id has exactly one text for a use, so a text is ours if making it anew gives the very same.
    Optional<UUID> open(String text, String use) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            var fields = ByteBuffer.wrap(Base64Url.decode(text));
            var id = new UUID(fields.getLong(), fields.getLong());
            return isSame(seal(id, use), text) ? Optional.of(id) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    byte[] mac(UUID id, String use) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(bytes(id));
            return mac.doFinal(use.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal ids", e);
        }
    }

    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
