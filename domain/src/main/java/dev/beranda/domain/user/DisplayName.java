package dev.beranda.domain.user;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.text.Normalizer;

/// What a person is called on the page: any language and script, one line, nothing invisible that could disguise it.
public record DisplayName(String value) {

    public static final int LONGEST = 80;

    public DisplayName {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not a display name");
        }
    }

    public static Parsed<DisplayName> parse(String raw) {
        if (raw.length() > 8 * LONGEST) {
            return invalid();
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        return isFit(text) ? Parsed.of(new DisplayName(text)) : invalid();
    }

    /// Until somebody says what they want to be called.
    public static DisplayName of(Username username) {
        return new DisplayName(username.value());
    }

    private static boolean isFit(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().allMatch(DisplayName::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> joinsLetters(codePoint);
            default -> true;
        };
    }

    /// Some scripts and emoji need the two joiners; the other format characters only hide or turn text around.
    private static boolean joinsLetters(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }

    private static Parsed<DisplayName> invalid() {
        return Parsed.flawed(new Flaw("display_name_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
