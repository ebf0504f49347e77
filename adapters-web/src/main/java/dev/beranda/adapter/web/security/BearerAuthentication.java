package dev.beranda.adapter.web.security;

import dev.beranda.application.session.CheckAccess;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.AccessToken;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Tells the framework's security filter who calls, by asking the use case. The framework's own way is shut off whole:
/// without keys of its own it would believe unsigned tokens, and it knows nothing of sessions that ended.
///
/// Not on the event loop: while the news from the database are late, every check asks the database itself.
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class BearerAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    private static final String SCHEME = "Bearer ";

    /// Outside of it nobody has to be anybody; least of all is a probe's answer to depend on who asks.
    private static final String INTERFACE = "/api/";

    private final CheckAccess checkAccess;
    private final ExecutorService executor;

    BearerAuthentication(CheckAccess checkAccess, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.checkAccess = checkAccess;
        this.executor = executor;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (!request.getPath().startsWith(INTERFACE) || headers.isEmpty() || !isBearer(headers.getFirst())) {
            return Publishers.empty();
        }
        if (headers.size() > 1) {
            Caller.rememberBadToken(request, "token_not_valid");
            return Publishers.empty();
        }
        var token = new AccessToken(headers.getFirst().substring(SCHEME.length()));
        Supplier<@Nullable Authentication> check =
                PropagatedContext.getOrEmpty().wrap(checking(token, request));
        return Publishers.fromCompletableFuture(() -> CompletableFuture.supplyAsync(check, executor));
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private Supplier<@Nullable Authentication> checking(AccessToken token, HttpRequest<?> request) {
        return () -> check(token, request);
    }

    private @Nullable Authentication check(AccessToken token, HttpRequest<?> request) {
        return switch (checkAccess.check(new CheckAccess.Query(token))) {
            case CheckAccess.Outcome.Granted(var access) -> {
                Caller.remember(request, access);
                yield authentication(access);
            }
            case CheckAccess.Outcome.NotValid() -> {
                Caller.rememberBadToken(request, "token_not_valid");
                yield null;
            }
            case CheckAccess.Outcome.TakenBack() -> {
                Caller.rememberBadToken(request, "token_blacklisted");
                yield null;
            }
        };
    }

    private static Authentication authentication(Access access) {
        return Authentication.build(
                access.bearer().user().toString(),
                List.of(access.bearer().role().word()),
                Map.of());
    }
}
