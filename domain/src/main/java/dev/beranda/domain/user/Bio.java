package dev.beranda.domain.user;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

/// What somebody says about themselves, in a few lines; may be empty.
public record Bio(String value) {

    public static final int LONGEST = 500;
    public static final Bio NONE = new Bio("");

    public Bio {
        if (!PlainText.isLines(value, LONGEST)) {
            throw new IllegalArgumentException("not fit for a bio");
        }
    }

    public static Parsed<Bio> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? raw : PlainText.tidied(raw.replace("\r\n", "\n"));
        return PlainText.isLines(text, LONGEST)
                ? Parsed.of(new Bio(text))
                : Parsed.flawed(new Flaw("bio_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
