package dev.beranda.domain.exchange;

import java.util.Locale;

/// What one thing is that is exchanged.
public enum Kind {
    CATEGORY,
    TAG,
    MEDIUM,
    POST,
    COMMENT;

    /// The spelling on the wire and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Our own spelling back; anything else is a bug.
    public static Kind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
