package dev.beranda.application.session;

import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the list of devices.
///
/// @param place where it was used last, as far as that is known
public record SessionView(
        SessionId id, Device device, @Nullable Place place, Instant openedAt, Instant refreshedAt, Instant expiresAt) {

    public static SessionView unplaced(
            SessionId id, Device device, Instant openedAt, Instant refreshedAt, Instant expiresAt) {
        return new SessionView(id, device, null, openedAt, refreshedAt, expiresAt);
    }

    SessionView at(@Nullable Place whereabouts) {
        return new SessionView(id, device, whereabouts, openedAt, refreshedAt, expiresAt);
    }
}
