package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.application.post.RevisionView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a post that was saved.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Revision")
record RevisionBody(
        @Schema(description = "Counts from one") int number,
        String title,

        @Nullable @Schema(description = "Who saved it; absent where they wanted to be forgotten")
        AuthorBody author,

        Instant createdAt) {

    static RevisionBody of(RevisionView revision) {
        return new RevisionBody(
                revision.number(),
                revision.title().value(),
                revision.by() == null ? null : AuthorBody.of(revision.by()),
                revision.savedAt());
    }
}
