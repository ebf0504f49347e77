package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.problem.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

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

    /// Nobody is to believe their tokens where they are not.
    public static TokenTransport of(HttpRequest<?> request) {
        List<String> asked = request.getHeaders().getAll(HEADER);
        if (asked.isEmpty()) {
            return BODY;
        }
        return switch (asked.size() == 1 ? asked.getFirst().strip().toLowerCase(Locale.ROOT) : "") {
            case "bearer" -> BODY;
            case "cookie" -> COOKIE;
            default -> throw Refusal.of(HttpStatus.BAD_REQUEST, "token_transport_unknown");
        };
    }
}
