package dev.beranda.domain.passkey;

/// What the device calls the key, in Base64 for URLs.
public record CredentialId(String value) {

    /// As long as the standard lets one be.
    public static final int LONGEST = 1364;
}
