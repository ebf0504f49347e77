package dev.beranda.adapter.email;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Parsed;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who writes.
///
/// @param name of the site, or nothing
public record Sender(String name, EmailAddress address) {

    private static final Pattern SPELLING =
            Pattern.compile("(?:\"(?<quoted>[^\"]*)\"|(?<plain>[^\"]*?))\\s*<(?<address>.*)>");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}<>\"\\\\]");

    public Sender {
        if (UNFIT.matcher(name).find()) {
            throw new IllegalArgumentException("not the name of a sender");
        }
    }

    /// What an operator wrote: an address, or `Name <address>`.
    public static Sender parse(String raw) {
        Matcher parts = SPELLING.matcher(raw.strip());
        if (!parts.matches()) {
            return new Sender("", address(raw));
        }
        String name = parts.group("quoted") == null ? parts.group("plain") : parts.group("quoted");
        return new Sender(name.strip(), address(parts.group("address")));
    }

    InternetAddress internetAddress() throws UnsupportedEncodingException {
        return name.isEmpty()
                ? new InternetAddress(address.value(), null)
                : new InternetAddress(address.value(), name, StandardCharsets.UTF_8.name());
    }

    private static EmailAddress address(String raw) {
        return switch (EmailAddress.parse(raw)) {
            case Parsed.Valid<EmailAddress>(EmailAddress address) -> address;
            case Parsed.Invalid<EmailAddress> _ ->
                throw new IllegalArgumentException("a sender is an address, or Name <address>");
        };
    }
}
