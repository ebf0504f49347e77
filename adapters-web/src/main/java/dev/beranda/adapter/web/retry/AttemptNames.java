package dev.beranda.adapter.web.retry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Makes names and contents of attempts unreadable: the one is a word between two, the other may hold a password that
/// could be found out from a mere hash.
public final class AttemptNames {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey key;

    /// @param key for HMAC-SHA256, serving nothing else
    public AttemptNames(SecretKey key) {
        this.key = key;
    }

    /// @param parts of which none has a line end in it
    String of(String... parts) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return ENCODER.encodeToString(mac.doFinal(String.join("\n", parts).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot name attempts", e);
        }
    }
}
