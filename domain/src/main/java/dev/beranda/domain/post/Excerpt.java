package dev.beranda.domain.post;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

/// What the author wants to be read before the post is opened; where there is none, it is taken from the beginning of
/// the text.
public record Excerpt(String value) {

    public static final int LONGEST = 500;
    public static final Excerpt NONE = new Excerpt("");

    public Excerpt {
        if (!PlainText.isLines(value, LONGEST)) {
            throw new IllegalArgumentException("not an excerpt");
        }
    }

    public static Parsed<Excerpt> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? raw : PlainText.tidied(raw.replace("\r\n", "\n"));
        return PlainText.isLines(text, LONGEST)
                ? Parsed.of(new Excerpt(text))
                : Parsed.flawed(new Flaw("excerpt_invalid", LONGEST));
    }

    public boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
