package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.beranda.adapter.web.user.Blank;
import dev.beranda.application.post.RevisionTextView;
import dev.beranda.application.post.ShowRevision.Change;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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

        @Nullable
        @Schema(
                description =
                        "What its tags were called then, in the author's order; absent, like category and cover, in versions that were saved before this was kept")
        List<String> tags,

        @Nullable @Schema(description = "What its category was called then; absent where it stood on none")
        String category,

        @Nullable @Schema(format = "uuid", description = "Absent where it had none")
        String coverMediaId,

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
                tags(revision),
                category(revision),
                cover(revision),
                change == null ? null : BeforeBody.of(change.before()),
                change == null ? null : change.difference());
    }

    private static @Nullable List<String> tags(RevisionTextView revision) {
        return revision.filing() == null ? null : revision.filing().tags();
    }

    private static @Nullable String category(RevisionTextView revision) {
        return revision.filing() == null ? null : revision.filing().category();
    }

    private static @Nullable String cover(RevisionTextView revision) {
        return revision.filing() == null || revision.filing().cover() == null
                ? null
                : revision.filing().cover().toString();
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RevisionBefore")
    record BeforeBody(
            int number,
            String title,
            @Nullable String excerpt,
            @Nullable List<String> tags,
            @Nullable String category,

            @Nullable @Schema(format = "uuid") String coverMediaId) {

        static BeforeBody of(RevisionTextView before) {
            return new BeforeBody(
                    before.revision().number(),
                    before.revision().title().value(),
                    Blank.asNull(before.story().excerpt().value()),
                    RevisionTextBody.tags(before),
                    RevisionTextBody.category(before),
                    RevisionTextBody.cover(before));
        }
    }
}
