package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;

import dev.beranda.application.comment.CommentStatus;
import dev.beranda.application.comment.CommentView;
import dev.beranda.application.post.Audience;
import dev.beranda.application.post.AuthorView;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/// Rows as somebody sees them.
final class CommentRows {

    static final List<SelectField<?>> COLUMNS = List.of(
            COMMENT.ID,
            COMMENT.POST_ID,
            COMMENT.PATH,
            COMMENT.ANSWERED_ID,
            COMMENT.STATE,
            COMMENT.AUTHOR_ID,
            COMMENT.GUEST,
            APP_USER.USERNAME,
            APP_USER.DISPLAY_NAME,
            APP_USER.AVATAR,
            COMMENT.MARKDOWN,
            COMMENT.HTML,
            COMMENT.WRITTEN_AT,
            COMMENT.WORDED_AT,
            COMMENT.VERSION);

    private CommentRows() {}

    /// For those who judge it.
    static CommentView whole(Record row) {
        return view(row, CommentStatus.ofWord(row.get(COMMENT.STATE)));
    }

    static CommentView view(Record row, Audience audience) {
        return view(row, statusFor(audience, row));
    }

    private static CommentView view(Record row, CommentStatus status) {
        UUID[] path = row.get(COMMENT.PATH);
        boolean isReadable = status != CommentStatus.DELETED && status != CommentStatus.HIDDEN;
        return new CommentView(
                row.get(COMMENT.ID),
                row.get(COMMENT.POST_ID),
                path.length == 1 ? null : new CommentId(path[path.length - 2]),
                row.get(COMMENT.ANSWERED_ID),
                path.length - 1,
                status,
                isReadable ? author(row) : null,
                isReadable ? row.get(COMMENT.GUEST) : null,
                isReadable ? row.get(COMMENT.MARKDOWN) : null,
                isReadable ? row.get(COMMENT.HTML) : null,
                row.get(COMMENT.WRITTEN_AT),
                row.get(COMMENT.WORDED_AT),
                row.get(COMMENT.VERSION));
    }

    private static CommentStatus statusFor(Audience audience, Record row) {
        CommentStatus status = CommentStatus.ofWord(row.get(COMMENT.STATE));
        if (status == CommentStatus.PUBLISHED || status == CommentStatus.DELETED || judges(audience)) {
            return status;
        }
        if (!isOf(audience, row.get(COMMENT.AUTHOR_ID))) {
            return CommentStatus.HIDDEN;
        }
        return status == CommentStatus.SPAM ? CommentStatus.HELD : status;
    }

    private static boolean judges(Audience audience) {
        return audience instanceof Audience.One(var writer) && writer.mayEditOthers();
    }

    private static boolean isOf(Audience audience, @Nullable UserId author) {
        return audience instanceof Audience.One(var writer) && writer.id().equals(author);
    }

    private static @Nullable AuthorView author(Record row) {
        return row.get(COMMENT.AUTHOR_ID) == null
                ? null
                : new AuthorView(
                        row.get(COMMENT.AUTHOR_ID),
                        row.get(APP_USER.USERNAME),
                        row.get(APP_USER.DISPLAY_NAME),
                        row.get(APP_USER.AVATAR));
    }
}
