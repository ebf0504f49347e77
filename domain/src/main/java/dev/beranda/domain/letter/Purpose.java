package dev.beranda.domain.letter;

import java.time.Duration;
import java.util.Locale;

/// The one act a ticket admits to.
public enum Purpose {
    /// To show that the address of an account is one's own.
    CONFIRM_EMAIL(Duration.ofDays(1), true),

    /// To choose a new password without knowing the old one.
    RESET_PASSWORD(Duration.ofHours(1), true),

    /// To come in without a password.
    LOG_IN(Duration.ofMinutes(15), true),

    /// To show that the address an account is to have is one's own.
    CHANGE_EMAIL(Duration.ofDays(1), true),

    /// To take an address back that somebody gave away.
    UNDO_EMAIL_CHANGE(Duration.ofDays(7), false),

    /// To say of somebody who came in that it was not oneself.
    REFUSE_STRANGER(Duration.ofDays(7), false),

    /// To keep an account that is to be erased: until it is, which is as late as the installation says.
    KEEP_ACCOUNT(Duration.ofDays(90), true);

    private final Duration lifetime;
    private final boolean askedFor;

    Purpose(Duration lifetime, boolean askedFor) {
        this.lifetime = lifetime;
        this.askedFor = askedFor;
    }

    /// How long a ticket is good: the shorter, the more it opens.
    public Duration lifetime() {
        return lifetime;
    }

    /// Whether somebody waits for the letter. The others come with news, and are used by who does not like the news.
    public boolean isAskedFor() {
        return askedFor;
    }

    /// Whether a person has one ticket for each address they had, for each has a reader of its own. Of the other
    /// purposes they have one.
    public boolean isOfAddress() {
        return this == UNDO_EMAIL_CHANGE;
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
