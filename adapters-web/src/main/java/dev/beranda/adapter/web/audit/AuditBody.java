package dev.beranda.adapter.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.StrictJson;
import dev.beranda.application.audit.AuditView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One thing somebody did.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AuditEntry")
record AuditBody(
        UUID id,
        Instant at,
        @Schema(description = "The id of who did it") UUID actor,

        @Schema(description = "A stable word", example = "user.role_assigned")
        String action,

        @Schema(description = "The id of what it was done to")
        String subject,

        @Schema(description = "The network address it was done from")
        String address,

        @Schema(description = "Stands in the logs too") String requestId,
        @Schema(description = "What changed, as it was") Map<String, Object> before,
        @Schema(description = "The same, as it was then") Map<String, Object> after) {

    static AuditBody of(AuditView entry) {
        return new AuditBody(
                entry.id(),
                entry.at(),
                entry.actor().value(),
                entry.action(),
                entry.subject(),
                entry.address(),
                entry.request(),
                facts(entry.before()),
                facts(entry.after()));
    }

    private static Map<String, Object> facts(String json) {
        return StrictJson.object(json.getBytes(UTF_8))
                .orElseThrow(() -> new IllegalStateException("facts in the audit log that are none"));
    }
}
