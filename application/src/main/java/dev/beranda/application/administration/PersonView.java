package dev.beranda.application.administration;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.Stay;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an administrator sees of somebody's account.
///
/// @param leavesAt when they are to be forgotten; nothing for those who stay
public record PersonView(
        UserId id,
        Username username,
        EmailAddress email,
        boolean emailVerified,
        DisplayName displayName,
        Avatar avatar,
        Role role,
        boolean disabled,
        @Nullable Instant leavesAt,
        Instant registeredAt,
        long version) {

    public static PersonView of(User user) {
        return new PersonView(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.displayName(),
                user.profile().avatar(),
                user.role(),
                user.disabled(),
                user.stay() instanceof Stay.Until(Instant end) ? end : null,
                user.registeredAt(),
                user.version());
    }
}
