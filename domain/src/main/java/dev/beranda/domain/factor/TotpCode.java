package dev.beranda.domain.factor;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.regex.Pattern;

/// The six digits an app shows for half a minute. Without a text form, like every secret.
public final class TotpCode {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private final String digits;

    public TotpCode(String digits) {
        if (!isWellFormed(digits)) {
            throw new IllegalArgumentException("not a code");
        }
        this.digits = digits;
    }

    /// As people copy it, in groups or not.
    public static Parsed<TotpCode> parse(String raw) {
        String digits = TypedCode.tidy(raw);
        return isWellFormed(digits) ? Parsed.of(new TotpCode(digits)) : Parsed.flawed(new Flaw("mfa_code_invalid"));
    }

    static boolean isWellFormed(String text) {
        return SIX_DIGITS.matcher(text).matches();
    }

    public String reveal() {
        return digits;
    }
}
