package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.user.AccountBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/// What somebody gets who came in and has the tokens in cookies.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "LoggedInByCookie")
public record LoggedInByCookie(
        @Schema(description = "Goes into `X-CSRF-Token` of every unsafe request")
        String csrfToken,

        @Schema(description = "Seconds until the access token expires")
        long expiresIn,

        AccountBody user) {

    /// Tokens do not belong into logs.
    @Override
    public String toString() {
        return "LoggedInByCookie[" + user.id() + "]";
    }
}
