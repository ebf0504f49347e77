package dev.beranda.domain.identity;

/// What only this errand of this browser can show the provider. Without a text form, like every secret.
public final class ErrandSecrets {

    private final String nonce;
    private final String verifier;

    public ErrandSecrets(String nonce, String verifier) {
        this.nonce = nonce;
        this.verifier = verifier;
    }

    /// That an ID token has to repeat.
    public String revealNonce() {
        return nonce;
    }

    /// Whose digest goes ahead, by RFC 7636.
    public String revealVerifier() {
        return verifier;
    }
}
