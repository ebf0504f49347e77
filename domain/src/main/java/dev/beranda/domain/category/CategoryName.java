package dev.beranda.domain.category;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

/// How a category is written, in any language.
public record CategoryName(String value) {

    public static final int LONGEST = 80;

    public CategoryName {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not a name of a category");
        }
    }

    public static Parsed<CategoryName> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? "" : PlainText.tidied(raw);
        return isFit(text)
                ? Parsed.of(new CategoryName(text))
                : Parsed.flawed(new Flaw("category_name_invalid", LONGEST));
    }

    private static boolean isFit(String text) {
        return !text.isBlank() && PlainText.isOneLine(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
