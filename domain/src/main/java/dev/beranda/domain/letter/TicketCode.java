package dev.beranda.domain.letter;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.regex.Pattern;

/// Six digits for who reads the mail on another device than the one they came with. Few enough to be guessed, so
/// guesses are counted, and it counts only together with the address. Without a text form, like every secret.
public final class TicketCode {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0-]");
    private static final int LONGEST = 20;

    private final String text;

    public TicketCode(String text) {
        if (!SIX_DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException("not a code");
        }
        this.text = text;
    }

    /// As people copy it out of a letter, in groups or not.
    public static Parsed<TicketCode> parse(String raw) {
        String digits = raw.length() > LONGEST ? "" : SPACES.matcher(raw).replaceAll("");
        return SIX_DIGITS.matcher(digits).matches()
                ? Parsed.of(new TicketCode(digits))
                : Parsed.flawed(new Flaw("code_invalid"));
    }

    public String reveal() {
        return text;
    }
}
