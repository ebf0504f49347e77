package dev.beranda.domain.credential;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;

/// What is kept of a password: scheme, parameters, salt and digest in one line. Without a text form, like the password.
public final class PasswordHash {

    private static final int LONGEST = 700;

    private final String encoded;

    public PasswordHash(String encoded) {
        if (encoded.isBlank()) {
            throw new IllegalArgumentException("an empty password hash");
        }
        this.encoded = encoded;
    }

    /// Reads what another house kept. Whether anybody can come in by it is the hasher's to say.
    public static Parsed<PasswordHash> parse(String raw) {
        boolean isLine = raw.length() <= LONGEST && raw.chars().allMatch(letter -> letter > ' ' && letter <= '~');
        return isLine && !raw.isEmpty()
                ? Parsed.of(new PasswordHash(raw))
                : Parsed.flawed(new Flaw("password_hash_unknown"));
    }

    /// For the hasher and the store.
    public String reveal() {
        return encoded;
    }
}
