package dev.beranda.domain.user;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import java.time.Instant;

public sealed interface UserEvent extends DomainEvent {

    UserId user();

    record Registered(UserId user, Instant at) implements UserEvent {}

    /// With the account they had in another house. Nobody greets them: they did not come just now.
    record Brought(UserId user, Instant at) implements UserEvent {}

    record EmailConfirmed(UserId user, Instant at) implements UserEvent {}

    record EmailChanged(UserId user, EmailAddress from, EmailAddress to, Instant at) implements UserEvent {}

    record ProfileChanged(UserId user, Instant at) implements UserEvent {}

    record RoleChanged(UserId user, Role from, Role to, UserId by, Instant at) implements UserEvent {}

    record Disabled(UserId user, UserId by, Instant at) implements UserEvent {}

    record Enabled(UserId user, UserId by, Instant at) implements UserEvent {}

    /// They are to be forgotten at the end, unless they think better of it.
    record Leaving(UserId user, UserId by, Instant end, Instant at) implements UserEvent {}

    record Remained(UserId user, Instant at) implements UserEvent {}

    /// Nothing is left of them but this id.
    record Forgotten(UserId user, Instant at) implements UserEvent {}
}
