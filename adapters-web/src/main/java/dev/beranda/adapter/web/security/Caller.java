package dev.beranda.adapter.web.security;

import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/// What was found out about who calls, kept with the request.
final class Caller {

    private static final String ACCESS = "beranda.access";
    private static final String BAD_TOKEN = "beranda.bad-token";

    private Caller() {}

    static void remember(HttpRequest<?> request, Access access) {
        request.setAttribute(ACCESS, access);
    }

    static Optional<Access> of(HttpRequest<?> request) {
        return request.getAttribute(ACCESS, Access.class);
    }

    /// @param detail the words that say why
    static void rememberBadToken(HttpRequest<?> request, String detail) {
        request.setAttribute(BAD_TOKEN, detail);
    }

    static Optional<String> badTokenOf(HttpRequest<?> request) {
        return request.getAttribute(BAD_TOKEN, String.class);
    }
}
