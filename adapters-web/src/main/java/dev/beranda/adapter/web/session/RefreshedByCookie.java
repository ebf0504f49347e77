package dev.beranda.adapter.web.session;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/// What is told of the next pair of tokens where cookies carry it.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "RefreshedByCookie")
record RefreshedByCookie(
        @Schema(description = "Goes into `X-CSRF-Token` of every unsafe request; the same all through a session")
        String csrfToken,

        @Schema(description = "Seconds until the access token expires")
        long expiresIn) {

    /// Tokens do not belong into logs.
    @Override
    public String toString() {
        return "RefreshedByCookie";
    }
}
