package dev.beranda.adapter.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A problem document (RFC 9457).
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "What went wrong (RFC 9457). `code` is for programs and never changes.")
public record Problem(
        @Schema(description = "Names the kind of problem", example = "urn:beranda:problem:not_found")
        String type,

        @Schema(description = "A few words for a person") String title,
        @Schema(description = "The HTTP status") int status,
        @Schema(description = "A sentence for a person") String detail,
        @Schema(description = "A stable machine word") String code,
        @Schema(description = "Stands in the logs too") String requestId,

        @Schema(description = "Every wrong field at once") @Nullable
        List<Item> errors,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description = "Where a password was judged: its `score` from 0 (guessed at once) to 4, and `advice`",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Map<String, Object> strength,

        @Schema(description = "Where an account is to be erased: when it will be") @Nullable
        Instant leavesAt) {

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "ProblemItem")
    public record Item(String field, String code, String message) {}

    public static String typeOf(String code) {
        return "urn:beranda:problem:" + code;
    }
}
