package dev.beranda.application.user;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Instant;

/// What somebody sees of their own account.
public record AccountView(
        UserId id,
        Username username,
        EmailAddress email,
        boolean emailVerified,
        DisplayName displayName,
        Role role,
        Instant registeredAt,
        long version) {

    public static AccountView of(User user) {
        return new AccountView(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.displayName(),
                user.role(),
                user.registeredAt(),
                user.version());
    }
}
