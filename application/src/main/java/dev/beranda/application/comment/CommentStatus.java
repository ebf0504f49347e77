package dev.beranda.application.comment;

import dev.beranda.domain.comment.Standing;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/// How a comment stands, as it is told to who asks.
public enum CommentStatus {
    HELD,
    PUBLISHED,
    REJECTED,
    SPAM,
    DELETED,
    /// It is not for everybody to read any more, and who asks is everybody.
    HIDDEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CommentStatus of(Standing standing) {
        return switch (standing) {
            case Standing.Held _ -> HELD;
            case Standing.Published _ -> PUBLISHED;
            case Standing.Rejected _ -> REJECTED;
            case Standing.Spam _ -> SPAM;
            case Standing.Deleted _ -> DELETED;
        };
    }

    public static CommentStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// One that there are lists of.
    public static Parsed<CommentStatus> parse(String raw) {
        return Arrays.stream(values())
                .filter(status -> status != HIDDEN && status.word().equals(raw))
                .findFirst()
                .map(Parsed::of)
                .orElseGet(() -> Parsed.flawed(new Flaw("status_unknown")));
    }
}
