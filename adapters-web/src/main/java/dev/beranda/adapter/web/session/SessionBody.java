package dev.beranda.adapter.web.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.application.session.SessionView;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.Language;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device somebody is logged in on.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Session")
record SessionBody(
        UUID id,

        @Schema(description = "As given at login, else as the device calls itself") @Nullable
        String name,

        @Schema(description = "Where it was used last") String ip,

        @Schema(description = "Where that is, as far as it is known") @Nullable
        PlaceBody place,

        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,

        @Schema(description = "Whether it is the one asking")
        boolean current) {

    static SessionBody of(SessionView session, SessionId current, Language language) {
        var device = session.device();
        String label = device.label();
        return new SessionBody(
                session.id().value(),
                label.isEmpty() ? null : label,
                device.address().value(),
                PlaceBody.of(session.place(), language),
                device.userAgent().isEmpty() ? null : device.userAgent(),
                session.openedAt(),
                session.refreshedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
