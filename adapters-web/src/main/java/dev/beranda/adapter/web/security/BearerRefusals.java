package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.problem.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;

/// The 401s, each with the challenge of RFC 6750.
public final class BearerRefusals {

    private BearerRefusals() {}

    public static Refusal noToken() {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "unauthenticated").with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /// A token that is not ours, not in time or of another kind.
    public static Refusal notValid() {
        return badToken("token_not_valid");
    }

    /// A token that was good once and was taken back.
    public static Refusal takenBack() {
        return badToken("token_blacklisted");
    }

    static Refusal badToken(String detail) {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "token_not_valid")
                .saying(detail)
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
