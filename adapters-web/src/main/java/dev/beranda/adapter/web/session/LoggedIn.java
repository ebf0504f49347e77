package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.user.AccountBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/// What somebody gets who came in, by whatever door.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "LoggedIn")
public record LoggedIn(
        @Schema(description = "Goes into `Authorization: Bearer …`")
        String access,

        @Schema(description = "Good once, for the next pair")
        String refresh,

        @Schema(example = "Bearer") String tokenType,

        @Schema(description = "Seconds until the access token expires")
        long expiresIn,

        AccountBody user) {

    /// Tokens do not belong into logs.
    @Override
    public String toString() {
        return "LoggedIn[" + user.id() + "]";
    }
}
