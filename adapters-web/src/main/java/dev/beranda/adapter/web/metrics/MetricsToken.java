package dev.beranda.adapter.web.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// What a collector of numbers shows.
public final class MetricsToken {

    /// Where it stands among what the server is configured with.
    public static final String PROPERTY = "beranda.metrics-token";

    private static final String SCHEME = "Bearer ";

    /// As RFC 6750 has it, and not to be guessed.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{32,256}=*");

    private final byte[] digest;

    private MetricsToken(byte[] digest) {
        this.digest = digest;
    }

    /// Whether it could be one.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static MetricsToken of(String text) {
        return new MetricsToken(digest(text));
    }

    boolean isShownIn(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        digest, digest(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
