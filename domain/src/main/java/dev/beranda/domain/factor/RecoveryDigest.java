package dev.beranda.domain.factor;

/// What is kept of a recovery code. Without a text form, like the code.
public final class RecoveryDigest {

    private final byte[] bytes;

    public RecoveryDigest(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] reveal() {
        return bytes.clone();
    }
}
