package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

/// What somebody without an account signed with, in another house.
public record GuestName(String value) {

    public static final int LONGEST = 80;

    public GuestName {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not a name of a guest");
        }
    }

    public static Parsed<GuestName> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? "" : PlainText.tidied(raw);
        return isFit(text) ? Parsed.of(new GuestName(text)) : Parsed.flawed(new Flaw("guest_name_invalid", LONGEST));
    }

    private static boolean isFit(String text) {
        return !text.isBlank() && PlainText.isOneLine(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
