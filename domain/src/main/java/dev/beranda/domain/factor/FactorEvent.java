package dev.beranda.domain.factor;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface FactorEvent extends DomainEvent {

    UserId user();

    /// From now on, nobody comes into this account without a second factor.
    record TurnedOn(UserId user, Instant at) implements FactorEvent {}

    record TurnedOff(UserId user, Instant at) implements FactorEvent {}

    record RecoveryCodesRenewed(UserId user, Instant at) implements FactorEvent {}

    record RecoveryCodeUsed(UserId user, int left, Instant at) implements FactorEvent {}
}
