package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.user.AccountBody;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.user.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/// What somebody gets who came in, by whatever door.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "LoggedIn")
record LoggedIn(String access, String refresh, String tokenType, long expiresIn, AccountBody user) {

    static LoggedIn of(User user, TokenPair tokens) {
        return new LoggedIn(
                tokens.access().reveal(),
                tokens.refresh().reveal(),
                "Bearer",
                tokens.expiresIn().toSeconds(),
                AccountBody.of(user));
    }

    /// Tokens do not belong into logs.
    @Override
    public String toString() {
        return "LoggedIn[" + user.id() + "]";
    }
}
