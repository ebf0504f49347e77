package dev.beranda.domain.user;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

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
        String text = PlainText.tidied(raw);
        return isFit(text) ? Parsed.of(new DisplayName(text)) : invalid();
    }

    /// Until somebody says what they want to be called.
    public static DisplayName of(Username username) {
        return new DisplayName(username.value());
    }

    private static boolean isFit(String text) {
        return !text.isBlank() && PlainText.isOneLine(text, LONGEST);
    }

    private static Parsed<DisplayName> invalid() {
        return Parsed.flawed(new Flaw("display_name_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
