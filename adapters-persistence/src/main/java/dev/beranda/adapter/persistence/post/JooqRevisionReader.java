package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_REVISION;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.application.post.AuthorView;
import dev.beranda.application.post.FilingView;
import dev.beranda.application.post.RevisionReader;
import dev.beranda.application.post.RevisionTextView;
import dev.beranda.application.post.RevisionView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Story;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqRevisionReader implements RevisionReader {

    private static final List<SelectField<?>> FIELDS = List.of(
            POST_REVISION.NUMBER,
            POST_REVISION.TITLE,
            POST_REVISION.SAVED_AT,
            POST_REVISION.EDITOR_ID,
            APP_USER.USERNAME,
            APP_USER.DISPLAY_NAME,
            APP_USER.AVATAR);

    private static final Sequence LATEST_FIRST = Sequence.falling(POST_REVISION.NUMBER);

    private static final Table<?> REVISIONS =
            POST_REVISION.leftJoin(APP_USER).on(APP_USER.ID.eq(POST_REVISION.EDITOR_ID));

    private final DSLContext sql;

    JooqRevisionReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<RevisionView> list(PostId post, PageRequest page) {
        Condition isOfPost = POST_REVISION.POST_ID.eq(post);
        var rows = sql.select(FIELDS)
                .from(REVISIONS)
                .where(isOfPost)
                .and(LATEST_FIRST.beyond(page))
                .orderBy(LATEST_FIRST.order(page))
                .limit(page.reach())
                .fetch(JooqRevisionReader::revision);
        return page.cut(
                rows, revision -> Position.of(revision.number()), () -> sql.fetchCount(POST_REVISION, isOfPost));
    }

    @Override
    public Optional<RevisionTextView> find(PostId post, int number) {
        return sql.select(FIELDS)
                .select(
                        POST_REVISION.MARKDOWN,
                        POST_REVISION.EXCERPT,
                        POST_REVISION.TAG_NAMES,
                        POST_REVISION.CATEGORY_NAME,
                        POST_REVISION.COVER_ID)
                .from(REVISIONS)
                .where(POST_REVISION.POST_ID.eq(post))
                .and(POST_REVISION.NUMBER.eq(number))
                .fetchOptional(row -> new RevisionTextView(
                        revision(row),
                        new Story(
                                row.get(POST_REVISION.TITLE),
                                row.get(POST_REVISION.MARKDOWN),
                                row.get(POST_REVISION.EXCERPT)),
                        filing(row)));
    }

    private static @Nullable FilingView filing(Record row) {
        return row.get(POST_REVISION.TAG_NAMES) == null
                ? null
                : new FilingView(
                        List.of(row.get(POST_REVISION.TAG_NAMES)),
                        row.get(POST_REVISION.CATEGORY_NAME),
                        row.get(POST_REVISION.COVER_ID));
    }

    private static RevisionView revision(Record row) {
        return new RevisionView(
                row.get(POST_REVISION.NUMBER),
                row.get(POST_REVISION.TITLE),
                author(row),
                row.get(POST_REVISION.SAVED_AT));
    }

    private static @Nullable AuthorView author(Record row) {
        return row.get(POST_REVISION.EDITOR_ID) == null
                ? null
                : new AuthorView(
                        row.get(POST_REVISION.EDITOR_ID),
                        row.get(APP_USER.USERNAME),
                        row.get(APP_USER.DISPLAY_NAME),
                        row.get(APP_USER.AVATAR));
    }
}
