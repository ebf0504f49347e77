package dev.beranda.adapter.web.passkey;

import dev.beranda.application.passkey.PasskeyView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// One of somebody's passkeys.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Passkey")
record PasskeyBody(
        @Schema(format = "uuid") String id,
        String name,

        @Schema(description = "Whether it outlives the device it was made on")
        boolean backedUp,

        Instant createdAt,

        @Schema(description = "When it last let somebody in, or was added")
        Instant lastUsedAt) {

    static PasskeyBody of(PasskeyView view) {
        return new PasskeyBody(
                view.id().toString(), view.name().value(), view.backedUp(), view.addedAt(), view.usedAt());
    }
}
