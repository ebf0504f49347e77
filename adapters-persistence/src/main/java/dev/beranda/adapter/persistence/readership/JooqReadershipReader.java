package dev.beranda.adapter.persistence.readership;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_BOOKMARK;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_LIKE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.adapter.persistence.post.PostCards;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.readership.FollowedView;
import dev.beranda.application.readership.MarksView;
import dev.beranda.application.readership.ReadershipReader;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Every list is one statement.
@Singleton
final class JooqReadershipReader implements ReadershipReader {

    private static final Sequence LAST_KEPT_FIRST = Sequence.falling(POST_BOOKMARK.KEPT_AT, POST_BOOKMARK.POST_ID);
    private static final Sequence LAST_FOLLOWED_FIRST = Sequence.falling(FOLLOW.FOLLOWED_AT, FOLLOW.FOLLOWED_ID);

    /// With the moment they kept it: that is what the list is sorted by.
    private record Kept(PostCardView card, Instant at) {

        Position position() {
            return Position.of(at, card.id());
        }
    }

    private final DSLContext sql;
    private final PostCards cards;

    JooqReadershipReader(DSLContext sql, PostCards cards) {
        this.sql = sql;
        this.cards = cards;
    }

    @Override
    public Optional<PostId> legible(PostKey post) {
        return sql.select(POST.ID)
                .from(POST)
                .where(PostCards.isCalled(post))
                .and(cards.isVisible())
                .fetchOptional(POST.ID);
    }

    @Override
    public Optional<PostId> called(PostKey post) {
        return sql.select(POST.ID).from(POST).where(PostCards.isCalled(post)).fetchOptional(POST.ID);
    }

    @Override
    public Page<PostCardView> bookmarks(UserId reader, PageRequest page) {
        Condition isTheirs = POST_BOOKMARK.USER_ID.eq(reader).and(cards.isVisible());
        var from = POST_BOOKMARK.join(POST).on(POST.ID.eq(POST_BOOKMARK.POST_ID));
        var rows = sql.select(cards.fields())
                .select(POST_BOOKMARK.KEPT_AT)
                .from(PostCards.joined(from))
                .where(isTheirs)
                .and(LAST_KEPT_FIRST.beyond(page))
                .orderBy(LAST_KEPT_FIRST.order(page))
                .limit(page.reach())
                .fetch(row -> new Kept(PostCards.card(row), row.get(POST_BOOKMARK.KEPT_AT)));
        return page.cut(rows, Kept::position, () -> sql.fetchCount(from, isTheirs))
                .map(Kept::card);
    }

    @Override
    public Page<PostCardView> feed(UserId reader, PageRequest page) {
        var latest = new Latest(cards, reader, page);
        var rows = sql.select(cards.fields())
                .from(PostCards.joined(latest.joined()))
                .orderBy(Latest.FIRST.order(page))
                .limit(page.reach())
                .fetch(PostCards::card);
        return page.cut(rows, Latest::positionOf, () -> sql.fetchCount(POST, latest.isInTheFeed()));
    }

    @Override
    public Page<FollowedView> followed(UserId reader, PageRequest page) {
        Condition isFollowed =
                FOLLOW.FOLLOWER_ID.eq(reader).andNot(APP_USER.DISABLED).and(APP_USER.LEAVES_AT.isNull());
        var from = FOLLOW.join(APP_USER).on(APP_USER.ID.eq(FOLLOW.FOLLOWED_ID));
        var rows = sql.select(
                        APP_USER.ID, APP_USER.USERNAME, APP_USER.DISPLAY_NAME, APP_USER.AVATAR, FOLLOW.FOLLOWED_AT)
                .from(from)
                .where(isFollowed)
                .and(LAST_FOLLOWED_FIRST.beyond(page))
                .orderBy(LAST_FOLLOWED_FIRST.order(page))
                .limit(page.reach())
                .fetch(mapping(FollowedView::new));
        return page.cut(
                rows, person -> Position.of(person.since(), person.id()), () -> sql.fetchCount(from, isFollowed));
    }

    @Override
    public MarksView marks(UserId reader, List<PostId> posts, List<Username> people) {
        Field<PostId[]> liked = array(select(POST_LIKE.POST_ID)
                .from(POST_LIKE)
                .where(POST_LIKE.USER_ID.eq(reader))
                .and(POST_LIKE.POST_ID.in(posts)));
        Field<PostId[]> bookmarked = array(select(POST_BOOKMARK.POST_ID)
                .from(POST_BOOKMARK)
                .where(POST_BOOKMARK.USER_ID.eq(reader))
                .and(POST_BOOKMARK.POST_ID.in(posts)));
        Field<Username[]> followed = array(select(APP_USER.USERNAME)
                .from(FOLLOW)
                .join(APP_USER)
                .on(APP_USER.ID.eq(FOLLOW.FOLLOWED_ID))
                .where(FOLLOW.FOLLOWER_ID.eq(reader))
                .and(APP_USER.USERNAME_KEY.in(people.stream().map(Username::key).toList())));
        return sql.select(liked, bookmarked, followed)
                .fetchSingle(mapping(
                        (likes, kept, follows) -> new MarksView(List.of(likes), List.of(kept), List.of(follows))));
    }
}
