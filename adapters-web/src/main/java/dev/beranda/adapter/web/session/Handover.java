package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.security.CsrfGuard;
import dev.beranda.adapter.web.security.TokenCookies;
import dev.beranda.adapter.web.security.TokenTransport;
import dev.beranda.adapter.web.user.AccountBody;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.user.User;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/// Hands somebody their tokens the way they asked for, behind whatever door they came in: in the body, or in cookies.
/// What stands in a cookie stands nowhere else. Whether a page may ask for cookies was looked at by the gate.
@Singleton
public final class Handover {

    private final TokenCookies cookies;
    private final CsrfGuard csrfGuard;

    Handover(TokenCookies cookies, CsrfGuard csrfGuard) {
        this.cookies = cookies;
        this.csrfGuard = csrfGuard;
    }

    /// To somebody who has just come in: a [LoggedIn] or a [LoggedInByCookie].
    public HttpResponse<?> welcome(HttpRequest<?> request, User user, TokenPair tokens) {
        var account = AccountBody.of(user);
        long lifetime = tokens.expiresIn().toSeconds();
        return switch (TokenTransport.of(request)) {
            case BODY -> {
                var next = TokensBody.of(tokens);
                yield HttpResponse.ok(
                        new LoggedIn(next.access(), next.refresh(), next.tokenType(), next.expiresIn(), account));
            }
            case COOKIE ->
                byCookie(tokens, new LoggedInByCookie(csrfGuard.tokenOf(tokens.session()), lifetime, account));
        };
    }

    /// To somebody who stays: a [TokensBody] or a [RefreshedByCookie].
    HttpResponse<?> renew(HttpRequest<?> request, TokenPair tokens) {
        long lifetime = tokens.expiresIn().toSeconds();
        return switch (TokenTransport.of(request)) {
            case BODY -> HttpResponse.ok(TokensBody.of(tokens));
            case COOKIE -> byCookie(tokens, new RefreshedByCookie(csrfGuard.tokenOf(tokens.session()), lifetime));
        };
    }

    private HttpResponse<?> byCookie(TokenPair tokens, Object body) {
        var answer = HttpResponse.ok(body);
        cookies.setting(tokens).forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer;
    }
}
