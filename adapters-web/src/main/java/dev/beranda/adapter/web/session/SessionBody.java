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

        @Schema(description = "Where that is, as far as it is known: two letters of ISO 3166", example = "ID") @Nullable
        String country,

        @Schema(description = "The same in the language asked for", example = "Indonesia") @Nullable
        String countryName,

        @Nullable String city,

        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,

        @Schema(description = "Whether it is the one asking")
        boolean current) {

    static SessionBody of(SessionView session, SessionId current, Language language) {
        var device = session.device();
        String label = device.label();
        var whereabouts = Whereabouts.of(session.place(), language);
        return new SessionBody(
                session.id().value(),
                label.isEmpty() ? null : label,
                device.address().value(),
                whereabouts.country(),
                whereabouts.countryName(),
                whereabouts.city(),
                device.userAgent().isEmpty() ? null : device.userAgent(),
                session.openedAt(),
                session.refreshedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
