package dev.beranda.domain.credential;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface CredentialEvent extends DomainEvent {

    UserId user();

    record PasswordChanged(UserId user, Instant at) implements CredentialEvent {}
}
