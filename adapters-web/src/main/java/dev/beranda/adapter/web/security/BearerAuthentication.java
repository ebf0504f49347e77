package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.http.WaitingRoom;
import dev.beranda.application.session.CheckAccess;
import dev.beranda.application.session.RecallAccess;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.AccessToken;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Finds out who calls, from the bearer token, and leaves it with the request. Who was here before is told from memory;
/// a token that was never seen, or that may have been taken back, is looked into where one may wait.
@Singleton
final class BearerAuthentication {

    private static final String SCHEME = "Bearer ";

    /// Outside of it nobody has to be anybody; least of all is a probe's answer to depend on who asks.
    private static final String INTERFACE = "/api/";

    private final RecallAccess recallAccess;
    private final CheckAccess checkAccess;
    private final WaitingRoom waitingRoom;

    BearerAuthentication(RecallAccess recallAccess, CheckAccess checkAccess, WaitingRoom waitingRoom) {
        this.recallAccess = recallAccess;
        this.checkAccess = checkAccess;
        this.waitingRoom = waitingRoom;
    }

    /// Of nobody where no token was shown, or none that is good.
    CompletableFuture<Optional<Access>> callerOf(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (!request.getPath().startsWith(INTERFACE) || headers.isEmpty() || !isBearer(headers.getFirst())) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (headers.size() > 1) {
            Caller.rememberBadToken(request, "token_not_valid");
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var token = new AccessToken(headers.getFirst().substring(SCHEME.length()));
        return waitingRoom.answer(
                recallAccess.recall(new RecallAccess.Query(token)),
                access -> welcome(request, access),
                () -> check(request, token));
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private Optional<Access> check(HttpRequest<?> request, AccessToken token) {
        return switch (checkAccess.check(new CheckAccess.Query(token))) {
            case CheckAccess.Outcome.Granted(var access) -> welcome(request, access);
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

    private static Optional<Access> welcome(HttpRequest<?> request, Access access) {
        Caller.remember(request, access);
        return Optional.of(access);
    }
}
