package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader.Selection;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.post.PostId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/// By what a list of posts is in order, and so where it goes on.
///
/// @param key may be the same for several; the id tells these apart
record PostSorting(Field<?> key, Field<PostId> id, boolean descending) {

    private static final Field<Instant> SHOWN_FROM = coalesce(POST.OPEN_FROM, POST.CREATED_AT);
    private static final Field<String> TITLE = PostCards.text(POST.TITLE).collate(collation("C"));

    /// Of one tag's posts, by the columns of the table in which these are in order already.
    static PostSorting of(PostOrder order, Selection selection, Which which) {
        Field<?> key = which.tag() != null
                        && order.by() == PostOrder.Key.PUBLISHED_AT
                        && selection instanceof Selection.Visible
                ? POST_TAG.VISIBLE_FROM
                : key(order.by(), selection);
        return new PostSorting(key, which.tag() == null ? POST.ID : POST_TAG.POST_ID, order.descending());
    }

    static Field<?> key(PostOrder.Key by, Selection selection) {
        return switch (by) {
            case PUBLISHED_AT -> selection instanceof Selection.OnTheDesk ? SHOWN_FROM : POST.VISIBLE_FROM;
            case UPDATED_AT -> POST.UPDATED_AT;
            case TITLE -> TITLE;
            case COMMENTS -> POST.COMMENT_COUNT;
            case LIKES -> POST.LIKE_COUNT;
            case RELEVANCE -> throw new IllegalArgumentException("relevant to what?");
        };
    }

    static Position positionOf(PostCardView card, PostOrder order) {
        Object key =
                switch (order.by()) {
                    case PUBLISHED_AT -> card.publishedAt() == null ? card.createdAt() : card.publishedAt();
                    case UPDATED_AT -> card.updatedAt();
                    case TITLE -> card.title();
                    case COMMENTS -> card.comments();
                    case LIKES -> card.likes();
                    case RELEVANCE -> throw new IllegalArgumentException("relevant to what?");
                };
        return Position.of(key, card.id());
    }

    Sequence sequence() {
        return new Sequence(List.of(key, id), descending);
    }

    List<OrderField<?>> order() {
        return descending ? List.of(key.desc(), id.desc()) : List.of(key.asc(), id.asc());
    }

    Condition beyond(@Nullable Position after) {
        return after == null
                ? noCondition()
                : beyond(key, after.keys().getFirst(), after.keys().getLast());
    }

    private <T> Condition beyond(Field<T> field, String value, String lastId) {
        var place = row(field, id);
        var last = row(field.getDataType().convert(value), new PostId(UUID.fromString(lastId)));
        return descending ? place.lt(last) : place.gt(last);
    }
}
