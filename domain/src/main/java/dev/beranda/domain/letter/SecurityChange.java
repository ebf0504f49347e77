package dev.beranda.domain.letter;

import java.util.Locale;

/// What changed about the ways into an account that its owner should know of.
public enum SecurityChange {
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODES_RENEWED,
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED;

    /// The spelling by which the words for it are found.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
