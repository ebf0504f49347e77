package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.beranda.application.post.Audience;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader;
import dev.beranda.application.post.PostView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Every list is one statement. What is public is found in the order of an index, so that the length of the list does
/// not matter.
@Singleton
final class JooqPostReader implements PostReader {

    private static final Field<Instant> SHOWN_FROM = coalesce(POST.OPEN_FROM, POST.CREATED_AT);
    private static final Field<String> TITLE = PostCards.text(POST.TITLE).collate(collation("C"));

    private final DSLContext sql;
    private final PostCards cards;
    private final PostChoice choice;

    JooqPostReader(DSLContext sql, PostCards cards, PostChoice choice) {
        this.sql = sql;
        this.cards = cards;
        this.choice = choice;
    }

    @Override
    public Optional<PostView> find(PostKey key, Audience audience) {
        return sql.select(cards.fields())
                .select(POST.OWN_EXCERPT, POST_TEXT.MARKDOWN, POST_TEXT.HTML, POST_TEXT.OUTLINE)
                .from(PostCards.joined(POST).join(POST_TEXT).on(POST_TEXT.POST_ID.eq(POST.ID)))
                .where(JooqPosts.isCalled(key))
                .and(choice.isFor(audience))
                .fetchOptional(JooqPostReader::post);
    }

    @Override
    public Page<PostCardView> list(Selection selection, Which which, PostOrder order, PageRequest page) {
        Condition condition = choice.of(selection).and(PostChoice.of(which));
        Table<?> from = which.tag() == null ? POST : POST.join(POST_TAG).on(POST_TAG.POST_ID.eq(POST.ID));
        Field<?> key = key(order, selection, which);
        Field<PostId> id = which.tag() == null ? POST.ID : POST_TAG.POST_ID;
        var rows = sql.select(cards.fields())
                .from(PostCards.joined(from))
                .where(condition)
                .and(given(page.after(), position -> beyond(position, key, id, order)))
                .orderBy(sorted(key, id, order.descending()))
                .limit(page.reach())
                .fetch(PostCards::card);
        return page.cut(rows, card -> positionOf(card, order), () -> sql.fetchCount(from, condition));
    }

    private static Field<?> key(PostOrder order, Selection selection, Which which) {
        return switch (order.by()) {
            case PUBLISHED_AT ->
                selection instanceof Selection.OnTheDesk
                        ? SHOWN_FROM
                        : which.tag() == null ? POST.VISIBLE_FROM : POST_TAG.VISIBLE_FROM;
            case UPDATED_AT -> POST.UPDATED_AT;
            case TITLE -> TITLE;
            case COMMENTS -> POST.COMMENT_COUNT;
            case LIKES -> POST.LIKE_COUNT;
        };
    }

    private static List<OrderField<?>> sorted(Field<?> key, Field<PostId> id, boolean descending) {
        return descending ? List.of(key.desc(), id.desc()) : List.of(key.asc(), id.asc());
    }

    private static Position positionOf(PostCardView card, PostOrder order) {
        Object key =
                switch (order.by()) {
                    case PUBLISHED_AT -> card.publishedAt() == null ? card.createdAt() : card.publishedAt();
                    case UPDATED_AT -> card.updatedAt();
                    case TITLE -> card.title();
                    case COMMENTS -> card.comments();
                    case LIKES -> card.likes();
                };
        return Position.of(key, card.id());
    }

    private static Condition beyond(Position position, Field<?> key, Field<PostId> id, PostOrder order) {
        return beyond(key, position.keys().getFirst(), id, position.keys().getLast(), order.descending());
    }

    private static <T> Condition beyond(
            Field<T> key, String value, Field<PostId> id, String lastId, boolean descending) {
        var place = row(key, id);
        var last = row(key.getDataType().convert(value), new PostId(UUID.fromString(lastId)));
        return descending ? place.lt(last) : place.gt(last);
    }

    private static PostView post(Record row) {
        return new PostView(
                PostCards.card(row),
                row.get(POST.OWN_EXCERPT),
                row.get(POST_TEXT.MARKDOWN),
                row.get(POST_TEXT.HTML),
                Outline.read(row.get(POST_TEXT.OUTLINE)));
    }

    private static <T> Condition given(@Nullable T wish, Function<T, Condition> condition) {
        return wish == null ? noCondition() : condition.apply(wish);
    }
}
