package dev.beranda.domain.factor;

import java.util.Locale;

/// The ways to prove a second factor.
public enum FactorKind {
    TOTP,
    RECOVERY_CODE,
    PASSKEY;

    /// The spelling on the wire.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
