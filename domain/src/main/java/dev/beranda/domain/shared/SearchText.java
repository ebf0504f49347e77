package dev.beranda.domain.shared;

import java.text.Normalizer;

/// What somebody looks for: taken as it is, no character of it means anything else.
public record SearchText(String value) {

    public static final int LONGEST = 100;

    public SearchText {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not a text to look for");
        }
    }

    public static Parsed<SearchText> parse(String raw) {
        if (raw.length() > 4 * LONGEST) {
            return invalid();
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        return isFit(text) ? Parsed.of(new SearchText(text)) : invalid();
    }

    private static boolean isFit(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().noneMatch(SearchText::isUnspeakable);
    }

    private static boolean isUnspeakable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static Parsed<SearchText> invalid() {
        return Parsed.flawed(new Flaw("search_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
