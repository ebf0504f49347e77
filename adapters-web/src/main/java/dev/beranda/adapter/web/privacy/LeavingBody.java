package dev.beranda.adapter.web.privacy;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// Somebody is going to be forgotten.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Leaving")
public record LeavingBody(
        @Schema(description = "When the account is erased; until then it can be kept")
        Instant leavesAt) {}
