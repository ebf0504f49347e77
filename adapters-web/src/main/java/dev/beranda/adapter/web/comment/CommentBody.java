package dev.beranda.adapter.web.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.post.AuthorBody;
import dev.beranda.application.comment.CommentView;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comment, or the place of one.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Comment")
record CommentBody(
        UUID id,
        UUID postId,

        @Nullable @Schema(description = "Below which it stands")
        UUID parentId,

        @Nullable @Schema(description = "What it answers. Too deep down, that stands beside it, and not above")
        UUID inReplyTo,

        @Schema(minimum = "0", maximum = "5", description = "How many stand above it")
        int depth,

        @Schema(
                allowableValues = {"held", "published", "rejected", "spam", "deleted", "hidden"},
                description = "Of what is deleted or hidden there is only the place, where answers hang below it")
        String status,

        @Nullable @Schema(description = "Absent where they wanted to be forgotten, or there is only the place")
        AuthorBody author,

        @Nullable
        @Schema(description = "What somebody without an account signed with, where it was brought from elsewhere")
        String guestName,

        @Nullable @Schema(description = "Absent where there is only the place")
        String bodyMarkdown,

        @Nullable @Schema(description = "Safe to put into a page as it is; absent where there is only the place")
        String bodyHtml,

        Instant createdAt,

        @Nullable @Schema(description = "When it was worded anew, if it was")
        Instant editedAt,

        @Schema(description = "Until when its author may word it anew")
        Instant editableUntil,

        @Schema(description = "Counts the saves") long version) {

    static CommentBody of(CommentView comment) {
        return new CommentBody(
                comment.id().value(),
                comment.post().value(),
                value(comment.parent()),
                value(comment.answered()),
                comment.depth(),
                comment.status().word(),
                comment.author() == null ? null : AuthorBody.of(comment.author()),
                comment.guest() == null ? null : comment.guest().value(),
                comment.text() == null ? null : comment.text().value(),
                comment.html() == null ? null : comment.html().value(),
                comment.writtenAt(),
                comment.wordedAt().equals(comment.writtenAt()) ? null : comment.wordedAt(),
                comment.writtenAt().plus(Comment.EDIT_WINDOW),
                comment.version());
    }

    private static @Nullable UUID value(@Nullable CommentId id) {
        return id == null ? null : id.value();
    }
}
