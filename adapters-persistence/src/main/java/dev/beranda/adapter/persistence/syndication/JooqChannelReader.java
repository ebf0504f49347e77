package dev.beranda.adapter.persistence.syndication;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY_SLUG;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA_PRINT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_SLUG;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import dev.beranda.adapter.persistence.jooq.tables.AppUser;
import dev.beranda.adapter.persistence.jooq.tables.Category;
import dev.beranda.adapter.persistence.jooq.tables.MediaPrint;
import dev.beranda.adapter.persistence.jooq.tables.Tag;
import dev.beranda.adapter.persistence.post.NewestPosts;
import dev.beranda.adapter.persistence.post.PostCards;
import dev.beranda.application.post.AuthorView;
import dev.beranda.application.post.LabelView;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.application.syndication.ChannelReader;
import dev.beranda.application.syndication.ChannelView;
import dev.beranda.application.syndication.ItemView;
import dev.beranda.application.syndication.PictureView;
import dev.beranda.domain.media.Format;
import dev.beranda.domain.media.Print;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// What the posts have in common stands on the left, so that it is told though there is no post: in one statement.
@Singleton
final class JooqChannelReader implements ChannelReader {

    private static final Tag WANTED_TAG = TAG.as("wanted_tag");
    private static final Category WANTED_CATEGORY = CATEGORY.as("wanted_category");
    private static final AppUser WANTED_AUTHOR = APP_USER.as("wanted_author");
    private static final MediaPrint PRINT = MEDIA_PRINT.as("print");

    private final DSLContext sql;
    private final PostCards cards;
    private final NewestPosts newest;

    JooqChannelReader(DSLContext sql, PostCards cards, NewestPosts newest) {
        this.sql = sql;
        this.cards = cards;
        this.newest = newest;
    }

    @Override
    public Optional<ChannelView> find(Which which, int most) {
        var rows = sql.select(WANTED_TAG.SLUG, WANTED_TAG.NAME, WANTED_TAG.POST_COUNT)
                .select(WANTED_CATEGORY.SLUG, WANTED_CATEGORY.NAME)
                .select(WANTED_AUTHOR.ID, WANTED_AUTHOR.USERNAME, WANTED_AUTHOR.DISPLAY_NAME, WANTED_AUTHOR.AVATAR)
                .select(cards.fields())
                .select(POST_TEXT.HTML, MEDIA.ALT, PRINT.WIDTH, PRINT.HEIGHT, PRINT.FORMAT, PRINT.BYTES)
                .from(wanted(which).leftJoin(posts(which, most)).on(trueCondition()))
                .orderBy(POST.VISIBLE_FROM.desc(), POST.ID.desc())
                .fetch();
        return isThere(which, rows.getFirst()) ? Optional.of(channel(rows)) : Optional.empty();
    }

    /// One row, whatever was found.
    private static Table<?> wanted(Which which) {
        return selectOne()
                .asTable("one")
                .leftJoin(WANTED_TAG)
                .on(given(
                        which.tag(),
                        slug -> WANTED_TAG.ID.eq(
                                select(TAG_SLUG.TAG_ID).from(TAG_SLUG).where(TAG_SLUG.SLUG.eq(slug)))))
                .leftJoin(WANTED_CATEGORY)
                .on(given(
                        which.category(),
                        slug -> WANTED_CATEGORY.ID.eq(select(CATEGORY_SLUG.CATEGORY_ID)
                                .from(CATEGORY_SLUG)
                                .where(CATEGORY_SLUG.SLUG.eq(slug)))))
                .leftJoin(WANTED_AUTHOR)
                .on(given(which.author(), name -> WANTED_AUTHOR.USERNAME_KEY.eq(name.key())));
    }

    private static <T> Condition given(@Nullable T wish, Function<T, Condition> condition) {
        return wish == null ? falseCondition() : condition.apply(wish);
    }

    private Table<?> posts(Which which, int most) {
        return PostCards.joined(newest.of(which, most)
                        .join(POST)
                        .on(POST.ID.eq(NewestPosts.ID))
                        .join(POST_TEXT)
                        .on(POST_TEXT.POST_ID.eq(POST.ID)))
                .leftJoin(MEDIA)
                .on(MEDIA.ID.eq(POST.COVER_ID))
                .leftJoin(lateral(widest()))
                .on(trueCondition());
    }

    /// Not every program can show WebP.
    private static Table<?> widest() {
        return select(MEDIA_PRINT.WIDTH, MEDIA_PRINT.HEIGHT, MEDIA_PRINT.FORMAT, MEDIA_PRINT.BYTES)
                .from(MEDIA_PRINT)
                .where(MEDIA_PRINT.MEDIA_ID.eq(POST.COVER_ID))
                .and(MEDIA_PRINT.FORMAT.ne(inline(Format.WEBP, MEDIA_PRINT.FORMAT)))
                .orderBy(MEDIA_PRINT.WIDTH.desc())
                .limit(1)
                .asTable(PRINT);
    }

    private static boolean isThere(Which which, Record row) {
        return (which.tag() == null || row.get(POST.ID) != null || isTold(row.get(WANTED_TAG.POST_COUNT)))
                && (which.category() == null || row.get(WANTED_CATEGORY.SLUG) != null)
                && (which.author() == null || row.get(WANTED_AUTHOR.ID) != null);
    }

    /// The name of a tag that no post shows is nobody's business; what is counted may be a moment late.
    private static boolean isTold(@Nullable Long posts) {
        return posts != null && posts > 0;
    }

    private static ChannelView channel(Result<? extends Record> rows) {
        Record first = rows.getFirst();
        List<ItemView> items = rows.stream()
                .filter(row -> row.get(POST.ID) != null)
                .map(JooqChannelReader::item)
                .toList();
        return new ChannelView(tag(first), category(first), author(first), items);
    }

    private static @Nullable LabelView tag(Record row) {
        return row.get(WANTED_TAG.SLUG) == null
                ? null
                : new LabelView(
                        row.get(WANTED_TAG.SLUG), row.get(WANTED_TAG.NAME).value());
    }

    private static @Nullable LabelView category(Record row) {
        return row.get(WANTED_CATEGORY.SLUG) == null
                ? null
                : new LabelView(
                        row.get(WANTED_CATEGORY.SLUG),
                        row.get(WANTED_CATEGORY.NAME).value());
    }

    private static @Nullable AuthorView author(Record row) {
        return row.get(WANTED_AUTHOR.ID) == null
                ? null
                : new AuthorView(
                        row.get(WANTED_AUTHOR.ID),
                        row.get(WANTED_AUTHOR.USERNAME),
                        row.get(WANTED_AUTHOR.DISPLAY_NAME),
                        row.get(WANTED_AUTHOR.AVATAR));
    }

    private static ItemView item(Record row) {
        return new ItemView(PostCards.card(row), row.get(POST_TEXT.HTML), cover(row));
    }

    private static @Nullable PictureView cover(Record row) {
        return row.get(PRINT.WIDTH) == null
                ? null
                : new PictureView(
                        row.get(POST.COVER_ID),
                        new Print(
                                row.get(PRINT.WIDTH),
                                row.get(PRINT.HEIGHT),
                                row.get(PRINT.FORMAT),
                                row.get(PRINT.BYTES)),
                        row.get(MEDIA.ALT));
    }
}
