package dev.beranda.adapter.web.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.factor.TotpSecret;
import dev.beranda.domain.shared.EmailAddress;
import java.net.URLEncoder;

/// How apps are told of a secret: `otpauth://totp/…`, with everything said that could be taken for granted.
final class KeyUri {

    private KeyUri() {}

    static String of(String site, EmailAddress account, TotpSecret secret) {
        return "otpauth://totp/" + encoded(site) + ":" + encoded(account.value()) + "?secret=" + secret.reveal()
                + "&issuer=" + encoded(site) + "&algorithm=SHA1&digits=6&period=30";
    }

    /// Apps read a plus as a plus.
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
