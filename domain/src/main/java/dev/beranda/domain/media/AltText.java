package dev.beranda.domain.media;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

/// What a picture shows, for those who cannot see it; one line, and empty where nothing was said or nothing needs
/// to be.
public record AltText(String value) {

    public static final int LONGEST = 1_000;

    public static final AltText NONE = new AltText("");

    public AltText {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not an alternative text");
        }
    }

    public static Parsed<AltText> parse(String raw) {
        if (raw.length() > 8 * LONGEST) {
            return invalid();
        }
        String text = PlainText.tidied(raw);
        return isFit(text) ? Parsed.of(new AltText(text)) : invalid();
    }

    private static boolean isFit(String text) {
        return PlainText.isOneLine(text, LONGEST);
    }

    private static Parsed<AltText> invalid() {
        return Parsed.flawed(new Flaw("alt_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
