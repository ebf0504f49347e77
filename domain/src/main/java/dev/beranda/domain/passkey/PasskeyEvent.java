package dev.beranda.domain.passkey;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface PasskeyEvent extends DomainEvent {

    UserId user();

    PasskeyId passkey();

    record Added(UserId user, PasskeyId passkey, Instant at) implements PasskeyEvent {}

    record Removed(UserId user, PasskeyId passkey, Instant at) implements PasskeyEvent {}
}
