package dev.beranda.adapter.web.identity;

import dev.beranda.domain.identity.BrowserKey;
import dev.beranda.domain.identity.Errand;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The cookie by which a browser is known again that was sent to a provider. It goes along when the provider sends the
/// browser back (`Lax`), and no neighbouring host can plant one (`__Host-`, over HTTPS).
@Singleton
final class BrowserCookie {

    private static final Pattern SEPARATOR = Pattern.compile(";");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int KEY_LENGTH = 32;

    private final SecureRandom random = new SecureRandom();
    private final String name;
    private final String attributes;

    BrowserCookie(@Property(name = "beranda.public-url", defaultValue = "") String publicUrl) {
        boolean secure = publicUrl.regionMatches(true, 0, "https://", 0, 8);
        this.name = (secure ? "__Host-" : "") + "beranda_browser";
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    /// The key the browser has, so that those who set out in two windows come back in both; or a fresh one.
    BrowserKey of(HttpRequest<?> request) {
        return find(request).orElseGet(this::fresh);
    }

    /// A name that comes twice says nothing, for nobody knows which of them is ours.
    Optional<BrowserKey> find(HttpRequest<?> request) {
        List<String> keys = request.getHeaders().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(SEPARATOR::splitAsStream)
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + '='))
                .map(cookie -> cookie.substring(name.length() + 1))
                .toList();
        return keys.size() == 1 && KEY.matcher(keys.getFirst()).matches()
                ? Optional.of(new BrowserKey(keys.getFirst()))
                : Optional.empty();
    }

    /// What sets it, for as long as an errand lasts.
    String setting(BrowserKey key) {
        return name + '=' + key.reveal() + "; Max-Age=" + Errand.LIFETIME.toSeconds() + attributes;
    }

    private BrowserKey fresh() {
        byte[] bytes = new byte[KEY_LENGTH];
        random.nextBytes(bytes);
        return new BrowserKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
