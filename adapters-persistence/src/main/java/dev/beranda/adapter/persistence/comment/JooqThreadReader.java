package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SLUG;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.arrayAppend;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import dev.beranda.adapter.persistence.jooq.tables.Comment;
import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.adapter.persistence.post.PostChoice;
import dev.beranda.application.comment.CommentView;
import dev.beranda.application.comment.ThreadOrder;
import dev.beranda.application.comment.ThreadReader;
import dev.beranda.application.post.Audience;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;

/// A discussion is one statement, in the order of an index: the post first, so that one with nothing below it is told
/// from none, and then the piece of its comments that is wanted.
@Singleton
final class JooqThreadReader implements ThreadReader {

    private static final Name VENUE = name("venue");
    private static final Name PIECE = name("piece");

    /// Nothing that begins with a path comes behind the path with this at its end.
    private static final UUID LAST = new UUID(-1L, -1L);

    private static final Comment BELOW = COMMENT.as("below");

    private final DSLContext sql;
    private final PostChoice choice;

    JooqThreadReader(DSLContext sql, PostChoice choice) {
        this.sql = sql;
        this.choice = choice;
    }

    @Override
    public Optional<Page<CommentView>> list(PostKey post, Audience audience, ThreadOrder order, PageRequest page) {
        var venue = select(POST.ID.as(VENUE))
                .from(POST)
                .where(isCalled(post))
                .and(choice.isFor(audience))
                .asTable(VENUE);
        Field<PostId> id = venue.field(VENUE, POST.ID.getDataType());
        var piece = select(CommentRows.COLUMNS)
                .select(COMMENT.NEWEST_FIRST)
                .from(COMMENT)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(COMMENT.AUTHOR_ID))
                .where(COMMENT.POST_ID.eq(id))
                .and(isShown())
                .and(beyond(page, order))
                .orderBy(sequence(order, COMMENT.NEWEST_FIRST, COMMENT.PATH).order(page))
                .limit(page.reach())
                .asTable(PIECE);
        var rows = sql.select(piece.fields())
                .from(venue)
                .leftJoin(lateral(piece))
                .on(trueCondition())
                .orderBy(sequence(order, of(piece, COMMENT.NEWEST_FIRST), of(piece, COMMENT.PATH))
                        .order(page))
                .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Record> found = rows.stream()
                .map(Record.class::cast)
                .filter(one -> one.get(COMMENT.ID) != null)
                .toList();
        return Optional.of(page.cut(found, JooqThreadReader::position, () -> count(post))
                .map(one -> CommentRows.view(one, audience)));
    }

    private int count(PostKey post) {
        return sql.fetchCount(COMMENT, COMMENT.POST_ID.eq(idOf(post)).and(isShown()));
    }

    @Override
    public Optional<CommentView> find(CommentId comment, Audience audience) {
        return sql.select(CommentRows.COLUMNS)
                .from(COMMENT)
                .join(POST)
                .on(POST.ID.eq(COMMENT.POST_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(COMMENT.AUTHOR_ID))
                .where(COMMENT.ID.eq(comment))
                .andNot(POST.DISCARDED)
                .and(isShown().and(choice.isFor(audience)).or(isOwnOrToJudge(audience)))
                .fetchOptional(one -> CommentRows.view(one, audience));
    }

    private static Condition isOwnOrToJudge(Audience audience) {
        return switch (audience) {
            case Audience.Everybody() -> falseCondition();
            case Audience.One(var writer) when writer.mayEditOthers() -> trueCondition();
            case Audience.One(var writer) ->
                COMMENT.AUTHOR_ID.eq(writer.id()).and(COMMENT.STATE.ne(JooqComments.DELETED));
        };
    }

    /// What everybody reads, and the places of what they do not where something below is to be read.
    private static Condition isShown() {
        return condition(COMMENT.SHOWN)
                .and(COMMENT.STATE
                        .eq(JooqComments.PUBLISHED)
                        .or(exists(selectOne()
                                .from(BELOW)
                                .where(BELOW.POST_ID.eq(COMMENT.POST_ID))
                                .and(BELOW.SHOWN)
                                .and(BELOW.PATH.gt(COMMENT.PATH))
                                .and(BELOW.PATH.lt(arrayAppend(COMMENT.PATH, inline(LAST))))
                                .and(BELOW.STATE.eq(JooqComments.PUBLISHED)))));
    }

    private static <T> Field<T> of(Table<?> piece, Field<T> column) {
        return requireNonNull(piece.field(column));
    }

    private static Sequence sequence(ThreadOrder order, Field<UUID> newestFirst, Field<UUID[]> path) {
        return switch (order) {
            case OLDEST -> Sequence.rising(path);
            case NEWEST -> Sequence.rising(newestFirst, path);
        };
    }

    private static Position position(Record last) {
        return Position.of(Paths.written(last.get(COMMENT.PATH)));
    }

    private static Condition beyond(PageRequest page, ThreadOrder order) {
        Position edge = page.from();
        if (edge == null) {
            return noCondition();
        }
        UUID[] path = Paths.parsed(edge.keys().getFirst());
        return sequence(order, COMMENT.NEWEST_FIRST, COMMENT.PATH)
                .beyond(
                        page,
                        switch (order) {
                            case OLDEST -> List.of((Object) path);
                            case NEWEST -> List.of(Paths.newestFirst(path), path);
                        });
    }

    private static Condition isCalled(PostKey key) {
        return POST.ID.eq(idOf(key));
    }

    private static Field<PostId> idOf(PostKey key) {
        return switch (key) {
            case PostKey.Id(var id) -> val(id, POST.ID);
            case PostKey.Address(var slug) ->
                field(select(POST_SLUG.POST_ID).from(POST_SLUG).where(POST_SLUG.SLUG.eq(slug)));
        };
    }
}
