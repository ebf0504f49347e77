package dev.beranda.domain.credential;

/// What is kept of a password: scheme, parameters, salt and digest in one line. Without a text form, like the password.
public final class PasswordHash {

    private final String encoded;

    public PasswordHash(String encoded) {
        if (encoded.isBlank()) {
            throw new IllegalArgumentException("an empty password hash");
        }
        this.encoded = encoded;
    }

    /// For the hasher and the store.
    public String reveal() {
        return encoded;
    }
}
