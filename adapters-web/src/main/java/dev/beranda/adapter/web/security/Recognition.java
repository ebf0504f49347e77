package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.http.WaitingRoom;
import dev.beranda.application.session.CheckAccess;
import dev.beranda.application.session.RecallAccess;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.AccessToken;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Finds out who calls, from the bearer token or else from the cookie, and leaves it with the request. Who was here
/// before is told from memory; a token that was never seen, or that may have been taken back, is looked into where one
/// may wait.
///
/// Where a bearer token is shown it alone counts, good or bad: no page of another site can have added it. A cookie
/// comes along by itself, so it says nothing about an unsafe request that does not show the session's CSRF token
/// too.
@Singleton
final class Recognition {

    private static final String SCHEME = "Bearer ";

    /// Outside of it nobody has to be anybody; least of all is a probe's answer to depend on who asks.
    private static final String INTERFACE = "/api/";

    private final RecallAccess recallAccess;
    private final CheckAccess checkAccess;
    private final WaitingRoom waitingRoom;
    private final TokenCookies cookies;
    private final CsrfGuard csrfGuard;

    Recognition(
            RecallAccess recallAccess,
            CheckAccess checkAccess,
            WaitingRoom waitingRoom,
            TokenCookies cookies,
            CsrfGuard csrfGuard) {
        this.recallAccess = recallAccess;
        this.checkAccess = checkAccess;
        this.waitingRoom = waitingRoom;
        this.cookies = cookies;
        this.csrfGuard = csrfGuard;
    }

    /// Of nobody where no token was shown, or none that is good.
    CompletableFuture<Optional<Access>> callerOf(HttpRequest<?> request) {
        if (!request.getPath().startsWith(INTERFACE)) {
            return nobody();
        }
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty() || !isBearer(headers.getFirst())) {
            return cookies.accessIn(request)
                    .map(token -> look(request, token, access -> mayActByCookie(request, access)))
                    .orElseGet(Recognition::nobody);
        }
        if (headers.size() > 1) {
            Caller.rememberBadToken(request, "token_not_valid");
            return nobody();
        }
        var token = new AccessToken(headers.getFirst().substring(SCHEME.length()));
        return look(request, token, _ -> true);
    }

    private static CompletableFuture<Optional<Access>> nobody() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private boolean mayActByCookie(HttpRequest<?> request, Access access) {
        if (isSafe(request.getMethod()) || csrfGuard.isGenuine(request, access.session())) {
            return true;
        }
        Caller.rememberCsrfFailure(request);
        return false;
    }

    /// Said of a method by RFC 9110, not by the framework's own notion of what may have a body.
    static boolean isSafe(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    private CompletableFuture<Optional<Access>> look(
            HttpRequest<?> request, AccessToken token, Predicate<Access> condition) {
        return waitingRoom.answer(
                recallAccess.recall(new RecallAccess.Query(token)),
                access -> welcome(request, access, condition),
                () -> check(request, token, condition));
    }

    private Optional<Access> check(HttpRequest<?> request, AccessToken token, Predicate<Access> condition) {
        return switch (checkAccess.check(new CheckAccess.Query(token))) {
            case CheckAccess.Outcome.Granted(var access) -> welcome(request, access, condition);
            case CheckAccess.Outcome.NotValid() -> {
                Caller.rememberBadToken(request, "token_not_valid");
                yield Optional.empty();
            }
            case CheckAccess.Outcome.TakenBack() -> {
                Caller.rememberBadToken(request, "token_blacklisted");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Access> welcome(HttpRequest<?> request, Access access, Predicate<Access> condition) {
        if (!condition.test(access)) {
            return Optional.empty();
        }
        Caller.remember(request, access);
        return Optional.of(access);
    }
}
