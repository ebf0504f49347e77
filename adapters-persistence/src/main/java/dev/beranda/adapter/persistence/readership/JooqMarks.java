package dev.beranda.adapter.persistence.readership;

import static dev.beranda.adapter.persistence.jooq.Tables.POST_BOOKMARK;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_LIKE;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.readership.Mark;
import dev.beranda.domain.readership.Marks;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;

/// Nobody who likes touches the post: a trigger notes that there is one more to count.
@Singleton
final class JooqMarks implements Marks {

    private final DSLContext sql;

    JooqMarks(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean leave(Mark mark, PostId post, UserId reader, Instant now) {
        var added =
                switch (mark) {
                    case LIKE ->
                        sql.insertInto(POST_LIKE)
                                .set(POST_LIKE.POST_ID, post)
                                .set(POST_LIKE.USER_ID, reader)
                                .set(POST_LIKE.LIKED_AT, now)
                                .onConflictDoNothing();
                    case BOOKMARK ->
                        sql.insertInto(POST_BOOKMARK)
                                .set(POST_BOOKMARK.POST_ID, post)
                                .set(POST_BOOKMARK.USER_ID, reader)
                                .set(POST_BOOKMARK.KEPT_AT, now)
                                .onConflictDoNothing();
                };
        return added.execute() == 1;
    }

    @Override
    public boolean takeBack(Mark mark, PostId post, UserId reader) {
        var removed =
                switch (mark) {
                    case LIKE ->
                        sql.deleteFrom(POST_LIKE)
                                .where(POST_LIKE.POST_ID.eq(post))
                                .and(POST_LIKE.USER_ID.eq(reader));
                    case BOOKMARK ->
                        sql.deleteFrom(POST_BOOKMARK)
                                .where(POST_BOOKMARK.POST_ID.eq(post))
                                .and(POST_BOOKMARK.USER_ID.eq(reader));
                };
        return removed.execute() == 1;
    }
}
