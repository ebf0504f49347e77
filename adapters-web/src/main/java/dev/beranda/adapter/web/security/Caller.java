package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.http.RequestIds;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/// What was found out about who calls, kept with the request.
public final class Caller {

    private static final String ACCESS = "beranda.access";
    private static final String BAD_TOKEN = "beranda.bad-token";
    private static final String CSRF_FAILURE = "beranda.csrf-failure";

    private Caller() {}

    static void remember(HttpRequest<?> request, Access access) {
        request.setAttribute(ACCESS, access);
        RequestIds.rememberCaller(request, access.bearer().user().toString());
    }

    public static Optional<Access> of(HttpRequest<?> request) {
        return request.getAttribute(ACCESS, Access.class);
    }

    /// Whoever calls at a door that is open to everybody. Who shows a token that is not good any more is told, so
    /// that they do not take what strangers see for all there is.
    public static Optional<Access> ofAnybody(HttpRequest<?> request) {
        if (request.getAttribute(BAD_TOKEN).isPresent()) {
            throw refusalOf(request);
        }
        return of(request);
    }

    /// @param detail the words that say why
    static void rememberBadToken(HttpRequest<?> request, String detail) {
        request.setAttribute(BAD_TOKEN, detail);
    }

    static void rememberCsrfFailure(HttpRequest<?> request) {
        request.setAttribute(CSRF_FAILURE, true);
    }

    /// @throws Refusal if somebody would be known, had they shown the CSRF token that goes with their cookie
    public static void refuseCsrf(HttpRequest<?> request) {
        if (request.getAttribute(CSRF_FAILURE).isPresent()) {
            throw CsrfGuard.refusal();
        }
    }

    /// What is said to somebody who had to be known and is not.
    public static Refusal refusalOf(HttpRequest<?> request) {
        if (request.getAttribute(CSRF_FAILURE).isPresent()) {
            return CsrfGuard.refusal();
        }
        return request.getAttribute(BAD_TOKEN, String.class)
                .map(BearerRefusals::badToken)
                .orElseGet(BearerRefusals::noToken);
    }
}
