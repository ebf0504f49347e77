package dev.beranda.domain.factor;

/// What an app computes its codes from, encrypted with the secret of this installation. Without a text form all the
/// same.
public final class SealedSecret {

    private final byte[] bytes;

    public SealedSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] reveal() {
        return bytes.clone();
    }
}
