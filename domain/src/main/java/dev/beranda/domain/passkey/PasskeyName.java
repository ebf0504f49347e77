package dev.beranda.domain.passkey;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// What its owner calls a passkey.
public record PasskeyName(String value) {

    public static final int LONGEST = 80;

    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{C}\\u2028\\u2029]{1," + LONGEST + "}");

    /// For who did not choose one.
    public static final PasskeyName USUAL = new PasskeyName("Passkey");

    public PasskeyName {
        if (!ONE_LINE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a name");
        }
    }

    public static Parsed<PasskeyName> parse(String raw) {
        String text = raw.length() > 4 * LONGEST
                ? ""
                : Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        return ONE_LINE.matcher(text).matches()
                ? Parsed.of(new PasskeyName(text))
                : Parsed.flawed(new Flaw("passkey_name_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
