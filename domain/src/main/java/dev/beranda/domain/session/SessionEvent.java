package dev.beranda.domain.session;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface SessionEvent extends DomainEvent {

    SessionId session();

    UserId user();

    record Opened(SessionId session, UserId user, Device device, Instant at) implements SessionEvent {}

    /// Somebody who came in before came in with what they never came in with.
    record StrangeDevice(SessionId session, UserId user, Device device, Instant at) implements SessionEvent {}

    record Ended(SessionId session, UserId user, Session.EndReason reason, Instant at) implements SessionEvent {}

    record RefreshTokenReused(SessionId session, UserId user, Device from, Instant at) implements SessionEvent {}
}
