package dev.beranda.domain.credential;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface CredentialEvent extends DomainEvent {

    UserId user();

    /// By who knew the old one.
    record PasswordChanged(UserId user, Instant at) implements CredentialEvent {}

    /// By who reads the mail of the account's address.
    record PasswordReset(UserId user, Instant at) implements CredentialEvent {}

    /// By its owner, since somebody else may know it: until there is another one, nobody comes in with a password.
    record PasswordWithdrawn(UserId user, Instant at) implements CredentialEvent {}
}
