package dev.beranda.application.administration;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Instant;

/// What an administrator sees of somebody's account.
public record PersonView(
        UserId id,
        Username username,
        EmailAddress email,
        boolean emailVerified,
        DisplayName displayName,
        Role role,
        boolean disabled,
        Instant registeredAt,
        long version) {

    public static PersonView of(User user) {
        return new PersonView(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.displayName(),
                user.role(),
                user.disabled(),
                user.registeredAt(),
                user.version());
    }
}
