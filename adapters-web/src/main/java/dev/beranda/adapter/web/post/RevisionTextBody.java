package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.beranda.adapter.web.user.Blank;
import dev.beranda.application.post.RevisionTextView;
import dev.beranda.application.post.ShowRevision.Change;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A version of a post that was saved, with all it said and what became different with it.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RevisionText")
record RevisionTextBody(
        @JsonUnwrapped RevisionBody revision,

        @Nullable @Schema(description = "The author's own; absent where it was the beginning of the text")
        String excerpt,

        String bodyMarkdown,

        @Nullable @Schema(description = "The version before; absent for the first that is kept")
        BeforeBody before,

        @Nullable
        @Schema(
                description =
                        "From the text of the version before to this one, in the unified format of `diff`; empty where they are the same, absent where there is none")
        String diff) {

    static RevisionTextBody of(RevisionTextView revision, @Nullable Change change) {
        return new RevisionTextBody(
                RevisionBody.of(revision.revision()),
                Blank.asNull(revision.story().excerpt().value()),
                revision.story().body().value(),
                change == null ? null : BeforeBody.of(change.before()),
                change == null ? null : change.difference());
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RevisionBefore")
    record BeforeBody(int number, String title, @Nullable String excerpt) {

        static BeforeBody of(RevisionTextView before) {
            return new BeforeBody(
                    before.revision().number(),
                    before.revision().title().value(),
                    Blank.asNull(before.story().excerpt().value()));
        }
    }
}
