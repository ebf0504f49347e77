package dev.beranda.adapter.web.user;

import dev.beranda.application.user.AccountView;
import dev.beranda.domain.user.TimeZones;
import dev.beranda.domain.user.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as its owner sees it.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Account")
public record AccountBody(
        UUID id,
        @Schema(example = "ayu") String username,
        @Schema(example = "ayu@example.com") String email,
        boolean emailVerified,
        @Schema(example = "Ayu Lestari") String displayName,
        @Nullable String bio,
        @Nullable @Schema(example = "https://ayu.example") String website,
        @Nullable @Schema(example = "Bandung") String location,

        @Nullable
        @Schema(
                description = "256 pixels wide, on this server; with 64, 128 or 512 at the end, as wide as that",
                example = "/api/avatars/019d0000-0000-7000-8000-000000000001/256")
        String avatarUrl,

        @Schema(description = "Of letters: en or id", example = "en")
        String locale,

        @Schema(example = "Asia/Jakarta") String timeZone,

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
                account.profile().displayName().value(),
                Blank.asNull(account.profile().bio().value()),
                Blank.asNull(account.profile().website().value()),
                Blank.asNull(account.profile().location().value()),
                AvatarLinks.of(account.profile().avatar()),
                account.profile().language().tag(),
                TimeZones.nameOf(account.profile().timeZone()),
                account.role().word(),
                account.registeredAt());
    }
}
