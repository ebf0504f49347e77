package dev.beranda.adapter.persistence.session;

import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.Session.State;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("session")
record SessionRow(
        @Id UUID id,
        UUID userId,
        String deviceName,
        String userAgent,
        String address,
        String network,
        int generation,
        Instant openedAt,
        Instant refreshedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Version long version) {

    static SessionRow of(Session session) {
        return switch (session.state()) {
            case State.Open() -> of(session, null, null);
            case State.Ended(var at, var reason) -> of(session, at, reason.word());
        };
    }

    private static SessionRow of(Session session, @Nullable Instant endedAt, @Nullable String endReason) {
        var device = session.device();
        return new SessionRow(
                session.id().value(),
                session.bearer().user().value(),
                device.name(),
                device.userAgent(),
                device.address().value(),
                device.address().network(),
                session.generation(),
                session.openedAt(),
                session.refreshedAt(),
                session.expiresAt(),
                endedAt,
                endReason,
                session.version());
    }
}
