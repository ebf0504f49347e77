package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST_REVISION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import dev.beranda.domain.post.Author;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Revision;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/// Who saves a post holds its row, so no two count at once.
@Singleton
final class JooqRevisions implements Revisions {

    private final DSLContext sql;

    JooqRevisions(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void keep(PostId post, UserId by, Story story, Instant now) {
        var last = POST_REVISION.as("last");
        Integer number = sql.insertInto(POST_REVISION)
                .set(POST_REVISION.POST_ID, post)
                .set(
                        POST_REVISION.NUMBER,
                        select(coalesce(max(last.NUMBER), inline(0)).plus(1))
                                .from(last)
                                .where(last.POST_ID.eq(post)))
                .set(POST_REVISION.EDITOR_ID, by)
                .set(POST_REVISION.TITLE, story.title())
                .set(POST_REVISION.EXCERPT, story.excerpt())
                .set(POST_REVISION.MARKDOWN, story.body())
                .set(POST_REVISION.SAVED_AT, now)
                .returningResult(POST_REVISION.NUMBER)
                .fetchSingle()
                .value1();
        if (number > MOST) {
            sql.deleteFrom(POST_REVISION)
                    .where(POST_REVISION.POST_ID.eq(post))
                    .and(POST_REVISION.NUMBER.le(number - MOST))
                    .execute();
        }
    }

    @Override
    public Optional<Revision> find(PostId post, int number) {
        return sql.select(
                        POST_REVISION.EDITOR_ID,
                        POST_REVISION.TITLE,
                        POST_REVISION.MARKDOWN,
                        POST_REVISION.EXCERPT,
                        POST_REVISION.SAVED_AT)
                .from(POST_REVISION)
                .where(POST_REVISION.POST_ID.eq(post))
                .and(POST_REVISION.NUMBER.eq(number))
                .fetchOptional(mapping((editor, title, body, excerpt, at) -> new Revision(
                        post,
                        number,
                        editor == null ? new Author.Forgotten() : new Author.Known(editor),
                        new Story(title, body, excerpt),
                        at)));
    }
}
