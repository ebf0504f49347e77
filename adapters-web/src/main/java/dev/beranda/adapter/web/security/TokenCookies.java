package dev.beranda.adapter.web.security;

import dev.beranda.domain.session.AccessToken;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.TokenPair;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The two cookies that carry tokens. Over HTTPS their names begin with `__Host-`, so that browsers take them from
/// this very host over HTTPS only, and neighbouring hosts can neither read nor replace them.
@Singleton
public final class TokenCookies {

    private static final String ACCESS = "beranda_access";
    private static final String REFRESH = "beranda_refresh";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{1,4000}");

    private final String prefix;
    private final String attributes;

    TokenCookies(@Property(name = "beranda.public-url", defaultValue = "") String publicUrl) {
        boolean secure = publicUrl.regionMatches(true, 0, "https://", 0, 8);
        this.prefix = secure ? "__Host-" : "";
        this.attributes = (secure ? "; Secure" : "") + "; HttpOnly; SameSite=Lax; Path=/";
    }

    /// What sets them, each for as long as its token lasts.
    public List<String> setting(TokenPair tokens) {
        return List.of(
                cookie(ACCESS, tokens.access().reveal(), tokens.expiresIn()),
                cookie(REFRESH, tokens.refresh().reveal(), tokens.refreshExpiresIn()));
    }

    /// What makes a browser forget them.
    public List<String> clearing() {
        return List.of(cookie(ACCESS, "", Duration.ZERO), cookie(REFRESH, "", Duration.ZERO));
    }

    public Optional<RefreshToken> refreshIn(HttpRequest<?> request) {
        return value(request, REFRESH).map(RefreshToken::new);
    }

    public Optional<AccessToken> accessIn(HttpRequest<?> request) {
        return value(request, ACCESS).map(AccessToken::new);
    }

    private String cookie(String name, String value, Duration lifetime) {
        return prefix + name + '=' + value + "; Max-Age=" + lifetime.toSeconds() + attributes;
    }

    /// A name that is there twice says nothing, for nobody knows which of them we set; nor does a value that is no
    /// token.
    private Optional<String> value(HttpRequest<?> request, String name) {
        List<String> fields = request.getHeaders().getAll(HttpHeaders.COOKIE);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String beginning = prefix + name + '=';
        List<String> found = fields.stream()
                .flatMap(field -> Pattern.compile(";").splitAsStream(field))
                .map(String::strip)
                .filter(pair -> pair.startsWith(beginning))
                .map(pair -> pair.substring(beginning.length()))
                .toList();
        return found.size() == 1 && TOKEN.matcher(found.getFirst()).matches()
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }
}
