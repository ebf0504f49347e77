package dev.beranda.domain.credential;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.text.Normalizer;
import java.util.Optional;

/// A password in clear, on its way to be hashed or compared. NFKC, so that it is the same password on every keyboard;
/// spaces and every other character count as typed, nothing is cut off.
///
/// A class and not a record: it has no text form that could end up in a log.
public final class Password {

    /// Far more than anybody remembers and little enough to hash without thinking.
    public static final int LONGEST = 512;

    private final String text;
    private final String typed;

    private Password(String text, String typed) {
        this.text = text;
        this.typed = typed;
    }

    /// Reads any password somebody may ever have chosen, at a login too; whether it is good enough to be chosen today
    /// is the [PasswordPolicy]'s to say.
    public static Parsed<Password> parse(String raw) {
        if (raw.length() > 4 * LONGEST) {
            return tooLong();
        }
        if (raw.codePoints().anyMatch(Password::isHalfACharacter)) {
            return Parsed.flawed(new Flaw("password_not_text"));
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        return text.codePointCount(0, text.length()) > LONGEST ? tooLong() : Parsed.of(new Password(text, raw));
    }

    public int length() {
        return text.codePointCount(0, text.length());
    }

    /// To the letter, where that makes a difference: the house somebody comes from may have hashed what it was given.
    public Optional<Password> asTyped() {
        return typed.equals(text) ? Optional.empty() : Optional.of(new Password(typed, typed));
    }

    /// For those who hash, compare and judge; never to be kept.
    public String reveal() {
        return text;
    }

    private static boolean isHalfACharacter(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static Parsed<Password> tooLong() {
        return Parsed.flawed(new Flaw("password_too_long", LONGEST));
    }
}
