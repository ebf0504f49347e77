package dev.beranda.domain.post;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

public record Title(String value) {

    public static final int LONGEST = 200;

    public Title {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not a title");
        }
    }

    public static Parsed<Title> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? "" : PlainText.tidied(raw);
        return isFit(text) ? Parsed.of(new Title(text)) : Parsed.flawed(new Flaw("title_invalid", LONGEST));
    }

    private static boolean isFit(String text) {
        return !text.isBlank() && PlainText.isOneLine(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
