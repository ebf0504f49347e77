package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/// What is wrong with a comment, as a reader sees it.
public enum ReportReason {
    SPAM,
    ABUSE,
    ILLEGAL,
    OFF_TOPIC,
    OTHER;

    /// The spelling on the wire and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReportReason ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public static Parsed<ReportReason> parse(String raw) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(raw))
                .findFirst()
                .map(Parsed::of)
                .orElseGet(() -> Parsed.flawed(new Flaw("report_reason_unknown")));
    }
}
