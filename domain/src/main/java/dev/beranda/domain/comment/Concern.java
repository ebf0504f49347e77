package dev.beranda.domain.comment;

import java.util.Locale;

/// Why a comment waits for somebody to look at it.
public enum Concern {
    /// Nothing of theirs was ever shown.
    NEWCOMER,
    /// Everything is looked at in this house.
    HOUSE_RULE,
    /// It looks like spam.
    SUSPICION,
    /// Readers complained about it.
    REPORTS;

    /// The spelling on the wire and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Concern ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
