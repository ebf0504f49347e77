package dev.beranda.domain.letter;

import java.time.Duration;
import java.util.Locale;

/// The one act a ticket admits to.
public enum Purpose {
    /// To show that the address of an account is one's own.
    CONFIRM_EMAIL(Duration.ofDays(1)),

    /// To choose a new password without knowing the old one.
    RESET_PASSWORD(Duration.ofHours(1)),

    /// To come in without a password.
    LOG_IN(Duration.ofMinutes(15)),

    /// To show that the address an account is to have is one's own.
    CHANGE_EMAIL(Duration.ofDays(1)),

    /// To take an address back that somebody gave away.
    UNDO_EMAIL_CHANGE(Duration.ofDays(7));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /// How long a ticket is good: the shorter, the more it opens.
    public Duration lifetime() {
        return lifetime;
    }

    /// The spelling used in the database and in links.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Our own spelling back into a purpose; anything else is a bug.
    public static Purpose ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
