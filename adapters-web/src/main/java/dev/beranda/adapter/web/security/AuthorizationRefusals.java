package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.problem.Problems;
import dev.beranda.adapter.web.problem.Refusal;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/// The door stays shut: 401 to who is nobody yet, 403 to who is somebody but may not.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationRefusals implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final Problems problems;

    AuthorizationRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        return problems.answer(request, refusal(request, exception.isForbidden()));
    }

    private static Refusal refusal(HttpRequest<?> request, boolean isForbidden) {
        return isForbidden ? Refusal.of(HttpStatus.FORBIDDEN, "forbidden") : Caller.refusalOf(request);
    }
}
