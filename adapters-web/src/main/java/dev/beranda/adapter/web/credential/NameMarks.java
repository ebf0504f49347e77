package dev.beranda.adapter.web.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.application.credential.LoginName;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// What stands in the logs for a name that somebody tried: the same for the same name, so that attempts on one are seen
/// to belong together, and nothing that could be read. People put passwords where their names belong.
public final class NameMarks {

    private static final int LENGTH = 8;

    private final SecretKey key;

    /// @param key for HMAC-SHA256, serving nothing else
    public NameMarks(SecretKey key) {
        this.key = key;
    }

    String of(LoginName name) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(name.key().getBytes(UTF_8)), LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot mark names", e);
        }
    }
}
