package dev.beranda.application.activity;

import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.Place;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened to an account. What does not apply is absent.
///
/// @param kind the event's word; not necessarily one this version can still write
/// @param reason of the end of a session
/// @param from what was changed, as it was
/// @param to the same, as it was then
/// @param place of the device
public record ActivityView(
        UUID id,
        Instant at,
        String kind,
        @Nullable SessionId session,
        @Nullable Device device,
        @Nullable String reason,
        @Nullable String from,
        @Nullable String to,
        @Nullable Place place) {

    public static ActivityView unplaced(
            UUID id,
            Instant at,
            String kind,
            @Nullable SessionId session,
            @Nullable Device device,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String to) {
        return new ActivityView(id, at, kind, session, device, reason, from, to, null);
    }

    ActivityView at(@Nullable Place whereabouts) {
        return new ActivityView(id, at, kind, session, device, reason, from, to, whereabouts);
    }
}
