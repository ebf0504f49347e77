package dev.beranda.adapter.persistence.comment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.comment.Gist;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gists as they are kept: too short to tell what was said.
final class Gists {

    private static final int LENGTH = 16;

    private Gists() {}

    /// Nothing for what many people say.
    static byte @Nullable [] stored(Gist gist) {
        return gist.isTelling() ? digest(gist) : null;
    }

    private static byte[] digest(Gist gist) {
        try {
            return Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(gist.value().getBytes(UTF_8)), LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
