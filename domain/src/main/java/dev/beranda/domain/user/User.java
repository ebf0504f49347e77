package dev.beranda.domain.user;

import dev.beranda.domain.shared.Role;
import java.time.Instant;

/// A person with an account.
///
/// @param authority counts how often it was changed what this person may do; a token that says a lower number was
///     made before the last change
/// @param version counts the saves
public record User(
        UserId id,
        EmailAddress email,
        boolean emailVerified,
        Username username,
        DisplayName displayName,
        Role role,
        boolean disabled,
        int authority,
        Instant registeredAt,
        long version) {

    public static Registration register(
            UserId id, EmailAddress email, Username username, DisplayName displayName, Role role, Instant now) {
        var user = new User(id, email, false, username, displayName, role, false, 0, now, 0);
        return new Registration(user, new UserEvent.Registered(id, now));
    }

    public Appointment assign(Role newRole, UserId by, Instant now) {
        if (role == newRole) {
            return new Appointment.Unchanged(this);
        }
        var user = new User(
                id,
                email,
                emailVerified,
                username,
                displayName,
                newRole,
                disabled,
                authority + 1,
                registeredAt,
                version);
        return new Appointment.Changed(user, new UserEvent.RoleChanged(id, role, newRole, by, now));
    }

    public Suspension disable(UserId by, Instant now) {
        return disabled ? new Suspension.Unchanged(this) : suspended(true, new UserEvent.Disabled(id, by, now));
    }

    public Suspension enable(UserId by, Instant now) {
        return disabled ? suspended(false, new UserEvent.Enabled(id, by, now)) : new Suspension.Unchanged(this);
    }

    private Suspension suspended(boolean nowDisabled, UserEvent event) {
        var user = new User(
                id,
                email,
                emailVerified,
                username,
                displayName,
                role,
                nowDisabled,
                authority + 1,
                registeredAt,
                version);
        return new Suspension.Changed(user, event);
    }
}
