package dev.beranda.domain.user;

/// What came of giving somebody a role.
public sealed interface Appointment {

    record Changed(User user, UserEvent.RoleChanged event) implements Appointment {}

    record Unchanged(User user) implements Appointment {}
}
