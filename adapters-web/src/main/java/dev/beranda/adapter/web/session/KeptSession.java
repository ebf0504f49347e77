package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.CsrfGuard;
import dev.beranda.adapter.web.security.TokenCookies;
import dev.beranda.application.session.RecogniseSession;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.SessionId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The session that a browser keeps in its cookies.
@Singleton
final class KeptSession {

    private final TokenCookies cookies;
    private final RecogniseSession recogniseSession;
    private final CsrfGuard csrfGuard;

    KeptSession(TokenCookies cookies, RecogniseSession recogniseSession, CsrfGuard csrfGuard) {
        this.cookies = cookies;
        this.recogniseSession = recogniseSession;
        this.csrfGuard = csrfGuard;
    }

    /// What a page of ours may go on with, or end.
    ///
    /// @throws Refusal if the cookie is there, but who wants to use it does not know the session's CSRF token
    Optional<RefreshToken> claimedBy(HttpRequest<?> request) {
        return cookies.refreshIn(request).map(token -> {
            sessionOf(token).ifPresent(session -> csrfGuard.refuseStrangers(request, session));
            return token;
        });
    }

    /// To look at only.
    Optional<SessionId> in(HttpRequest<?> request) {
        return cookies.refreshIn(request).flatMap(this::sessionOf);
    }

    private Optional<SessionId> sessionOf(RefreshToken token) {
        return recogniseSession.recognise(new RecogniseSession.Query(token));
    }

    void forgetWith(MutableHttpResponse<?> answer) {
        cookies.clearing().forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
    }

    Refusal forgetWith(Refusal refusal) {
        return cookies.clearing().stream()
                .reduce(refusal, (sofar, cookie) -> sofar.with(HttpHeaders.SET_COOKIE, cookie), (_, last) -> last);
    }
}
