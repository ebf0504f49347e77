package dev.beranda.adapter.persistence.readership;

import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.jooq.tables.Post;
import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.adapter.persistence.post.PostCards;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;

/// The latest posts of very many authors, without looking at very many posts. A page of twenty holds posts of no more
/// than the twenty authors whose latest are the latest: so first one post of each author is looked at, then twenty of
/// each of twenty. All of it is found in the index of visible posts by author.
final class Latest {

    static final Sequence FIRST = Sequence.falling(POST.VISIBLE_FROM, POST.ID);

    private static final String PROMISING = "promising";
    private static final String CHOSEN = "chosen";

    private final PostCards cards;
    private final UserId reader;
    private final PageRequest page;

    Latest(PostCards cards, UserId reader, PageRequest page) {
        this.cards = cards;
        this.reader = reader;
        this.page = page;
    }

    /// The posts of the page, to be joined with more.
    Table<?> joined() {
        return POST.join(chosen()).on(POST.ID.eq(id(CHOSEN)));
    }

    static Position positionOf(PostCardView card) {
        return Position.of(Objects.requireNonNull(card.publishedAt()), card.id());
    }

    /// All there are, of all pages.
    Condition isInTheFeed() {
        return cards.isVisible()
                .and(POST.AUTHOR_ID.in(select(FOLLOW.FOLLOWED_ID).from(FOLLOW).where(FOLLOW.FOLLOWER_ID.eq(reader))));
    }

    private Table<?> chosen() {
        Field<UserId> author = field(name(PROMISING, FOLLOW.FOLLOWED_ID.getName()), FOLLOW.FOLLOWED_ID.getDataType());
        return select(id("of_author").as(POST.ID))
                .from(promising())
                .crossJoin(lateral(latest("by_author", author, page.reach()).asTable("of_author")))
                .orderBy(FIRST.by(from("of_author"), id("of_author")).order(page))
                .limit(page.reach())
                .asTable(CHOSEN);
    }

    private Table<?> promising() {
        return select(FOLLOW.FOLLOWED_ID)
                .from(FOLLOW)
                .crossJoin(lateral(latest("by_each", FOLLOW.FOLLOWED_ID, 1).asTable("of_each")))
                .where(FOLLOW.FOLLOWER_ID.eq(reader))
                .orderBy(FIRST.by(from("of_each"), id("of_each")).order(page))
                .limit(page.reach())
                .asTable(PROMISING);
    }

    private Select<Record2<Instant, PostId>> latest(String alias, Field<UserId> author, int most) {
        Post posts = POST.as(alias);
        Sequence theirs = FIRST.by(posts.VISIBLE_FROM, posts.ID);
        return select(posts.VISIBLE_FROM, posts.ID)
                .from(posts)
                .where(posts.AUTHOR_ID.eq(author))
                .and(cards.isVisible(posts))
                .and(theirs.beyond(page))
                .orderBy(theirs.order(page))
                .limit(most);
    }

    private static Field<Instant> from(String table) {
        return field(name(table, POST.VISIBLE_FROM.getName()), POST.VISIBLE_FROM.getDataType());
    }

    private static Field<PostId> id(String table) {
        return field(name(table, POST.ID.getName()), POST.ID.getDataType());
    }
}
