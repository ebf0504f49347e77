package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.user.Blank;
import dev.beranda.application.post.FoundPostView;
import dev.beranda.application.post.PostCardView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A post as lists show it.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PostCard")
record PostCardBody(
        UUID id,
        @Schema(example = "a-walk-through-kota-tua") String slug,
        @Schema(example = "A walk through Kota Tua") String title,
        @Nullable String excerpt,

        @Schema(allowableValues = {"draft", "scheduled", "published", "unpublished", "trashed"})
        String status,

        @Nullable
        @Schema(description = "Since when, or from when on, everybody sees it, or could until it was taken back")
        Instant publishedAt,

        int readingMinutes,

        @Nullable @Schema(description = "Absent where they wanted to be forgotten")
        AuthorBody author,

        List<LabelBody> tags,
        @Nullable LabelBody category,
        @Nullable UUID coverMediaId,
        int commentCount,
        int likeCount,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Counts the saves") long version,

        @Nullable
        @Schema(
                description = "Of what was searched for, the place in the text: safe HTML, with `<mark>` around it",
                example = "when <mark>rain</mark> fell on the old town")
        String highlight) {

    static PostCardBody of(PostCardView post) {
        return of(post, null);
    }

    static PostCardBody of(FoundPostView found) {
        return of(found.card(), found.highlight().value());
    }

    private static PostCardBody of(PostCardView post, @Nullable String highlight) {
        return new PostCardBody(
                post.id().value(),
                post.slug().value(),
                post.title().value(),
                Blank.asNull(post.excerpt()),
                post.status().word(),
                post.publishedAt(),
                post.readingMinutes(),
                post.author() == null ? null : AuthorBody.of(post.author()),
                post.tags().stream().map(LabelBody::of).toList(),
                post.category() == null ? null : LabelBody.of(post.category()),
                post.cover() == null ? null : post.cover().value(),
                post.comments(),
                post.likes(),
                post.createdAt(),
                post.updatedAt(),
                post.version(),
                highlight);
    }
}
