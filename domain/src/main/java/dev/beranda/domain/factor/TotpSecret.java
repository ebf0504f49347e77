package dev.beranda.domain.factor;

/// What an app computes its codes from, in Base32 as people type it. Without a text form, like every secret.
public final class TotpSecret {

    private final String base32;

    public TotpSecret(String base32) {
        this.base32 = base32;
    }

    public String reveal() {
        return base32;
    }
}
