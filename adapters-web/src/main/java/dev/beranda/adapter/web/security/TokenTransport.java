package dev.beranda.adapter.web.security;

import io.micronaut.http.HttpRequest;
import io.swagger.v3.oas.annotations.media.Schema;

/// How a client wants to get its tokens and give them back.
@Schema(
        name = "TokenTransport",
        allowableValues = {"bearer", "cookie"})
public enum TokenTransport {
    /// In bodies, and in the `Authorization` header.
    BODY,

    /// In cookies that no script can read.
    COOKIE;

    public static final String HEADER = "X-Token-Transport";

    public static TokenTransport of(HttpRequest<?> request) {
        String asked = request.getHeaders().get(HEADER);
        return "cookie".equalsIgnoreCase(asked) ? COOKIE : BODY;
    }
}
