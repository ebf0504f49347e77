package dev.beranda.adapter.web.session;

import dev.beranda.domain.session.TokenPair;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/// The next pair of tokens.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Tokens")
record TokensBody(
        @Schema(description = "Goes into `Authorization: Bearer …`")
        String access,

        @Schema(description = "Good once, for the next pair")
        String refresh,

        @Schema(example = "Bearer") String tokenType,

        @Schema(description = "Seconds until the access token expires")
        long expiresIn) {

    static TokensBody of(TokenPair tokens) {
        return new TokensBody(
                tokens.access().reveal(),
                tokens.refresh().reveal(),
                "Bearer",
                tokens.expiresIn().toSeconds());
    }

    /// Tokens do not belong into logs.
    @Override
    public String toString() {
        return "Tokens";
    }
}
