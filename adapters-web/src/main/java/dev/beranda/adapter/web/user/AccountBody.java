package dev.beranda.adapter.web.user;

import dev.beranda.application.user.AccountView;
import dev.beranda.domain.user.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/// An account as its owner sees it.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Account")
public record AccountBody(
        UUID id,
        @Schema(example = "ayu") String username,
        @Schema(example = "ayu@example.com") String email,
        boolean emailVerified,
        @Schema(example = "Ayu Lestari") String displayName,

        @Schema(description = "reader, author, editor or admin", example = "reader")
        String role,

        Instant createdAt) {

    public static AccountBody of(User user) {
        return of(AccountView.of(user));
    }

    static AccountBody of(AccountView account) {
        return new AccountBody(
                account.id().value(),
                account.username().value(),
                account.email().value(),
                account.emailVerified(),
                account.displayName().value(),
                account.role().word(),
                account.registeredAt());
    }
}
