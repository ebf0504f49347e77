package dev.beranda.domain.session;

/// A private key, encrypted with the secret of this installation. Without a text form all the same.
public final class SealedKey {

    private final byte[] bytes;

    public SealedKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] reveal() {
        return bytes.clone();
    }
}
