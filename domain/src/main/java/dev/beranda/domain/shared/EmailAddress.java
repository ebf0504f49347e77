package dev.beranda.domain.shared;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// An e-mail address in the one spelling we keep: NFKC, lower case, the domain in its ASCII form, no final dot.
/// One mailbox is one account, however it is typed; `+tag` is part of the mailbox' name and stays.
///
/// [#parse] takes text from outside; the constructor takes our own spelling, so its failure is a bug.
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern CANONICAL =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");

    public EmailAddress {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("not an e-mail address in canonical form");
        }
    }

    public static Parsed<EmailAddress> parse(String raw) {
        if (raw.length() > 2 * LONGEST) {
            return invalid();
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return invalid();
        }
        String canonical = text.substring(0, at) + '@' + asciiDomain(text.substring(at + 1));
        return isCanonical(canonical) ? Parsed.of(new EmailAddress(canonical)) : invalid();
    }

    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    private static String asciiDomain(String domain) {
        String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        try {
            return IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }

    private static boolean isCanonical(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= LONGEST_LOCAL_PART
                && CANONICAL.matcher(text).matches();
    }

    private static Parsed<EmailAddress> invalid() {
        return Parsed.flawed(new Flaw("email_invalid"));
    }

    @Override
    public String toString() {
        return value;
    }
}
