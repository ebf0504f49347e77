package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

/// What somebody adds to a report, in a few lines; may be empty.
public record ReportNote(String value) {

    public static final int LONGEST = 500;
    public static final ReportNote NONE = new ReportNote("");

    public ReportNote {
        if (!PlainText.isLines(value, LONGEST)) {
            throw new IllegalArgumentException("not fit for a note");
        }
    }

    public static Parsed<ReportNote> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? raw : PlainText.tidied(raw.replace("\r\n", "\n"));
        return PlainText.isLines(text, LONGEST)
                ? Parsed.of(new ReportNote(text))
                : Parsed.flawed(new Flaw("report_note_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
