package dev.beranda.adapter.web.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.beranda.domain.session.SessionId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// The word by which a page shows that it may read our answers: a MAC over the session it acts in. It is the same all
/// through the session, for every tab and on every node, and nobody else can make one: not even who can plant cookies
/// here from a neighbouring host.
public final class CsrfTokens {

    private static final int SESSION_LENGTH = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey key;

    /// @param key for HMAC-SHA256, serving nothing else
    public CsrfTokens(SecretKey key) {
        this.key = key;
    }

    public String of(SessionId session) {
        byte[] id = ByteBuffer.allocate(SESSION_LENGTH)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .array();
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return ENCODER.encodeToString(mac.doFinal(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make CSRF tokens", e);
        }
    }

    boolean isOf(SessionId session, String shown) {
        return MessageDigest.isEqual(of(session).getBytes(US_ASCII), shown.getBytes(US_ASCII));
    }
}
