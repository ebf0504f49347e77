package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import dev.beranda.application.post.Audience;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader;
import dev.beranda.application.post.PostView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.post.PostKey;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

/// Every list is one statement. What is public is found in the order of an index, so that the length of the list
/// does not matter. Its limit stands in the statement: bound to it, PostgreSQL would plan for a tenth of all posts,
/// find that too dear, and plan anew each time.
@Singleton
final class JooqPostReader implements PostReader {

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
        Condition condition =
                choice.of(selection).and(PostChoice.of(selection, which)).and(choice.ofTag(selection, which));
        Table<?> from = which.tag() == null ? POST : POST.join(POST_TAG).on(POST_TAG.POST_ID.eq(POST.ID));
        var sequence = PostSorting.of(order, selection, which).sequence();
        var rows = sql.select(cards.fields())
                .from(PostCards.joined(from))
                .where(condition)
                .and(sequence.beyond(page))
                .orderBy(sequence.order(page))
                .limit(inline(page.reach()))
                .fetch(PostCards::card);
        return page.cut(rows, card -> PostSorting.positionOf(card, order), () -> sql.fetchCount(from, condition));
    }

    private static PostView post(Record row) {
        return new PostView(
                PostCards.card(row),
                row.get(POST.OWN_EXCERPT),
                row.get(POST_TEXT.MARKDOWN),
                row.get(POST_TEXT.HTML),
                Outline.read(row.get(POST_TEXT.OUTLINE)));
    }
}
