package dev.beranda.adapter.persistence.session;

import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.Session.State;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session's row, with what its bearer may do as of now.
@Introspected
record BorneSession(
        UUID id,
        UUID userId,
        String role,
        int authority,
        boolean barred,
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
        long version) {

    Session session() {
        return new Session(
                new SessionId(id),
                new Bearer(new UserId(userId), Role.ofWord(role), authority, barred),
                new Device(deviceName, userAgent, new ClientAddress(address, network)),
                generation,
                openedAt,
                refreshedAt,
                expiresAt,
                state(),
                version);
    }

    private State state() {
        if (endedAt == null || endReason == null) {
            return new State.Open();
        }
        return new State.Ended(endedAt, EndReason.ofWord(endReason));
    }
}
