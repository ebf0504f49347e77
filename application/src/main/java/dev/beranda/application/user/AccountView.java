package dev.beranda.application.user;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.Profile;
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
        Profile profile,
        Role role,
        Instant registeredAt,
        long version) {

    public static AccountView of(User user) {
        return new AccountView(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.profile(),
                user.role(),
                user.registeredAt(),
                user.version());
    }
}
