package dev.beranda.adapter.web.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.application.shared.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Seals positions, so that they can be handed out and come back: behind each stands a MAC over it and the list it is
/// of, with its order and its filters. What anybody touched, or took from another list, does not open.
public final class Cursors {

    private static final int MAC_LENGTH = 32;
    private static final int LONGEST = 4_000;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey key;

    /// @param key for HMAC-SHA256, serving nothing else
    public Cursors(SecretKey key) {
        this.key = key;
    }

    String seal(Position position, String list) {
        byte[] place = bytes(position);
        byte[] sealed = Arrays.copyOf(place, place.length + MAC_LENGTH);
        System.arraycopy(mac(place, list), 0, sealed, place.length, MAC_LENGTH);
        return ENCODER.encodeToString(sealed);
    }

    /// A position has one cursor and no other: sealed anew it must give the very same text.
    Optional<Position> open(String cursor, String list) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length <= MAC_LENGTH) {
                return Optional.empty();
            }
            byte[] place = Arrays.copyOf(sealed, sealed.length - MAC_LENGTH);
            byte[] seal = Arrays.copyOfRange(sealed, place.length, sealed.length);
            boolean isOurs = MessageDigest.isEqual(seal, mac(place, list));
            return isOurs && ENCODER.encodeToString(sealed).equals(cursor)
                    ? Optional.of(position(place))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] place, String list) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(MessageDigest.getInstance("SHA-256").digest(list.getBytes(UTF_8)));
            return mac.doFinal(place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal cursors", e);
        }
    }

    private static byte[] bytes(Position position) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new DataOutputStream(bytes)) {
            for (String key : position.keys()) {
                output.writeUTF(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Position position(byte[] place) {
        List<String> keys = new ArrayList<>();
        try (var input = new DataInputStream(new ByteArrayInputStream(place))) {
            while (input.available() > 0) {
                keys.add(input.readUTF());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Position(keys);
    }
}
