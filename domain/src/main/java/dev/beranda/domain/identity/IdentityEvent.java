package dev.beranda.domain.identity;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface IdentityEvent extends DomainEvent {

    UserId user();

    Provider provider();

    /// An account was opened with it.
    record Introduced(UserId user, Provider provider, Instant at) implements IdentityEvent {}

    /// An account that has other doors got this one.
    record Linked(UserId user, Provider provider, Instant at) implements IdentityEvent {}

    record Unlinked(UserId user, Provider provider, Instant at) implements IdentityEvent {}
}
