package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.http.CorsSettings;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.domain.session.SessionId;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keeps other sites from acting through the cookies of somebody's browser. Two things are looked at: where the browser
/// says that the request comes from, and the token that only a page of ours can have read.
@Singleton
public final class CsrfGuard {

    public static final String HEADER = "X-CSRF-Token";

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String CROSS_SITE = "cross-site";

    private final CsrfTokens tokens;
    private final Set<String> origins;

    CsrfGuard(
            CsrfTokens tokens,
            @Property(name = "beranda.public-url", defaultValue = "") String publicUrl,
            @Property(name = CorsSettings.ORIGINS, defaultValue = "") Collection<String> allowedOrigins) {
        this.tokens = tokens;
        this.origins = new HashSet<>(allowedOrigins);
        this.origins.add(originOf(publicUrl));
    }

    /// As browsers spell it: without the port that goes without saying.
    private static String originOf(String url) {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^(https://[^/]+):443$|^(http://[^/]+):80$", "$1$2");
    }

    /// @throws Refusal if a page of another site is behind it
    public void refuseStrangers(HttpRequest<?> request) {
        if (!isFromOurPages(request)) {
            throw refusal();
        }
    }

    /// @throws Refusal if it does not come from a page of ours that knows the session's token
    public void refuseStrangers(HttpRequest<?> request, SessionId session) {
        if (!isGenuine(request, session)) {
            throw refusal();
        }
    }

    public String tokenOf(SessionId session) {
        return tokens.of(session);
    }

    boolean isGenuine(HttpRequest<?> request, SessionId session) {
        List<String> shown = request.getHeaders().getAll(HEADER);
        return isFromOurPages(request) && shown.size() == 1 && tokens.isOf(session, shown.getFirst());
    }

    /// A browser always names the origin behind an unsafe request; where none is named there is none, and the token has
    /// to do.
    private boolean isFromOurPages(HttpRequest<?> request) {
        List<String> named = request.getHeaders().getAll(HttpHeaders.ORIGIN);
        boolean isNamedOurs = named.isEmpty() || named.size() == 1 && origins.contains(named.getFirst());
        return isNamedOurs && !request.getHeaders().getAll(FETCH_SITE).contains(CROSS_SITE);
    }

    static Refusal refusal() {
        return Refusal.of(HttpStatus.FORBIDDEN, "csrf_failed");
    }
}
