package dev.beranda.adapter.persistence.exchange;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY_SLUG;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA_PRINT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SLUG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_NAME;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_SLUG;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import dev.beranda.application.exchange.ContentReader;
import dev.beranda.application.exchange.Parcel;
import dev.beranda.application.exchange.Parcel.Article;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.CategoryCard;
import dev.beranda.application.exchange.Parcel.CommentCard;
import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.application.exchange.Parcel.MediumCard;
import dev.beranda.application.exchange.Parcel.Piece;
import dev.beranda.application.exchange.Parcel.PrintFile;
import dev.beranda.application.exchange.Parcel.Standing;
import dev.beranda.application.exchange.Parcel.Status;
import dev.beranda.application.exchange.Parcel.TagCard;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagName;
import dev.beranda.domain.user.Username;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// Everything by its id, which does not change. Rows come a handful at a time, each handful asked for by itself behind
/// the one before: so no house is too large, and no statement takes long.
@Singleton
final class JooqContentReader implements ContentReader {

    private static final int BITE = 100;

    private static final byte[] NOTHING = {};
    private static final String FORMER = "former";

    private static final Map<String, Status> STATUS =
            Map.of("draft", Status.DRAFT, "open", Status.PUBLISHED, "withdrawn", Status.WITHDRAWN);

    private static final Field<Slug[]> FORMER_SLUGS_OF_TAG = array(select(TAG_SLUG.SLUG)
            .from(TAG_SLUG)
            .where(TAG_SLUG.TAG_ID.eq(TAG.ID))
            .and(TAG_SLUG.SLUG.ne(TAG.SLUG))
            .orderBy(inOrder(TAG_SLUG.SLUG)));

    private static final Field<String[]> OTHER_NAMES_OF_TAG = array(select(TAG_NAME.NAME_KEY)
            .from(TAG_NAME)
            .where(TAG_NAME.TAG_ID.eq(TAG.ID))
            .and(TAG_NAME.NAME_KEY.ne(TAG.NAME_KEY))
            .orderBy(inOrder(TAG_NAME.NAME_KEY)));

    private static final Field<Slug[]> FORMER_SLUGS = array(select(POST_SLUG.SLUG)
            .from(POST_SLUG)
            .where(POST_SLUG.POST_ID.eq(POST.ID))
            .and(POST_SLUG.SLUG.ne(POST.SLUG))
            .orderBy(inOrder(POST_SLUG.SLUG)));

    private static final Field<TagName[]> TAGS = array(select(TAG.NAME)
            .from(POST_TAG)
            .join(TAG)
            .on(TAG.ID.eq(POST_TAG.TAG_ID).andNot(TAG.GONE))
            .where(POST_TAG.POST_ID.eq(POST.ID))
            .orderBy(POST_TAG.PLACE));

    /// Their bytes lie elsewhere.
    private static final Field<List<PrintFile>> PRINTS = multiset(
                    select(MEDIA_PRINT.WIDTH, MEDIA_PRINT.HEIGHT, MEDIA_PRINT.FORMAT, MEDIA_PRINT.BYTES)
                            .from(MEDIA_PRINT)
                            .where(MEDIA_PRINT.MEDIA_ID.eq(MEDIA.ID))
                            .orderBy(MEDIA_PRINT.WIDTH, inOrder(MEDIA_PRINT.FORMAT)))
            .convertFrom(rows -> rows.map(row ->
                    new PrintFile(row.value1(), row.value2(), row.value3().word(), row.value4(), () -> NOTHING)));

    private final DSLContext sql;

    JooqContentReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void words(Consumer<Parcel> taker) {
        categories(null, taker);
        tags(taker);
        articles(taker);
        comments(taker);
    }

    /// Each before those that stand in it. There are never more of them than can be held.
    private void categories(@Nullable Category parent, Consumer<Parcel> taker) {
        var standsThere = parent == null ? CATEGORY.PARENT_ID.isNull() : CATEGORY.PARENT_ID.eq(parent.id());
        for (Record row : sql.select(
                        CATEGORY.ID,
                        CATEGORY.NAME,
                        CATEGORY.SLUG,
                        array(select(CATEGORY_SLUG.SLUG)
                                        .from(CATEGORY_SLUG)
                                        .where(CATEGORY_SLUG.CATEGORY_ID.eq(CATEGORY.ID))
                                        .and(CATEGORY_SLUG.SLUG.ne(CATEGORY.SLUG))
                                        .orderBy(inOrder(CATEGORY_SLUG.SLUG)))
                                .as(FORMER),
                        CATEGORY.CREATED_AT)
                .from(CATEGORY)
                .where(standsThere)
                .andNot(CATEGORY.LEAVING)
                .orderBy(CATEGORY.ID)) {
            taker.accept(new CategoryCard(
                    label(Kind.CATEGORY, row.get(CATEGORY.ID).value()),
                    row.get(CATEGORY.ID).value(),
                    row.get(CATEGORY.NAME).value(),
                    row.get(CATEGORY.SLUG).value(),
                    texts(row.get(FORMER, Slug[].class)),
                    parent == null ? "" : parent.slug().value(),
                    row.get(CATEGORY.CREATED_AT)));
            categories(new Category(row.get(CATEGORY.ID), row.get(CATEGORY.SLUG)), taker);
        }
    }

    private record Category(CategoryId id, Slug slug) {}

    /// Their slugs are short; so all of them are put in order here, which the database could not without reading all
    /// each time.
    private void tags(Consumer<Parcel> taker) {
        List<Slug> slugs =
                sql.select(TAG.SLUG).from(TAG).where(not(TAG.LEAVING)).fetch(TAG.SLUG);
        slugs.sort(Comparator.comparing(Slug::value));
        for (int from = 0; from < slugs.size(); from += BITE) {
            sql.select(TAG.NAME, TAG.SLUG, FORMER_SLUGS_OF_TAG, OTHER_NAMES_OF_TAG, TAG.CREATED_AT)
                    .from(TAG)
                    .where(TAG.SLUG.in(slugs.subList(from, Math.min(from + BITE, slugs.size()))))
                    .andNot(TAG.LEAVING)
                    .orderBy(inOrder(TAG.SLUG))
                    .fetch()
                    .forEach(row -> taker.accept(new TagCard(
                            new Label(Kind.TAG, row.get(TAG.SLUG).value(), "", 0),
                            row.get(TAG.NAME).value(),
                            row.get(TAG.SLUG).value(),
                            texts(row.get(FORMER_SLUGS_OF_TAG)),
                            List.of(row.get(OTHER_NAMES_OF_TAG)),
                            row.get(TAG.CREATED_AT))));
        }
    }

    @Override
    public void pictures(Consumer<Parcel> taker) {
        each(
                MEDIA.ID,
                which -> sql.select(
                                MEDIA.ID,
                                APP_USER.USERNAME,
                                MEDIA.WAS,
                                MEDIA.WIDTH,
                                MEDIA.HEIGHT,
                                MEDIA.ALT,
                                MEDIA.UPLOADED_AT,
                                PRINTS)
                        .from(MEDIA)
                        .leftJoin(APP_USER)
                        .on(APP_USER.ID.eq(MEDIA.OWNER_ID))
                        .where(which),
                row -> taker.accept(new MediumCard(
                        label(Kind.MEDIUM, row.get(MEDIA.ID).value()),
                        row.get(MEDIA.ID).value(),
                        byline(row.get(APP_USER.USERNAME)),
                        row.get(MEDIA.WAS).word(),
                        row.get(MEDIA.WIDTH),
                        row.get(MEDIA.HEIGHT),
                        row.get(MEDIA.ALT).value(),
                        row.get(MEDIA.UPLOADED_AT),
                        row.get(PRINTS))));
    }

    private void articles(Consumer<Parcel> taker) {
        each(
                POST.ID,
                which -> sql.select(
                                POST.ID,
                                POST.TITLE,
                                POST.SLUG,
                                FORMER_SLUGS,
                                POST_TEXT.MARKDOWN,
                                POST.EXCERPT,
                                POST.OWN_EXCERPT,
                                POST.STAGE,
                                POST.OPEN_FROM,
                                POST.TRASHED_AT,
                                POST.CREATED_AT,
                                POST.UPDATED_AT,
                                APP_USER.USERNAME,
                                TAGS,
                                CATEGORY.SLUG,
                                POST.COVER_ID)
                        .from(POST)
                        .join(POST_TEXT)
                        .on(POST_TEXT.POST_ID.eq(POST.ID))
                        .leftJoin(APP_USER)
                        .on(APP_USER.ID.eq(POST.AUTHOR_ID))
                        .leftJoin(CATEGORY)
                        .on(CATEGORY.ID.eq(POST.CATEGORY_ID).andNot(CATEGORY.LEAVING))
                        .where(which)
                        .andNot(POST.DISCARDED),
                row -> taker.accept(article(row)));
    }

    private static Article article(Record row) {
        UUID id = row.get(POST.ID).value();
        return new Article(
                label(Kind.POST, id),
                id,
                row.get(POST.TITLE).value(),
                row.get(POST.SLUG).value(),
                texts(row.get(FORMER_SLUGS)),
                List.of(new Piece.Words(row.get(POST_TEXT.MARKDOWN).value())),
                row.get(POST.OWN_EXCERPT) ? row.get(POST.EXCERPT) : "",
                status(row.get(POST.STAGE)),
                row.get(POST.OPEN_FROM),
                row.get(POST.TRASHED_AT),
                row.get(POST.CREATED_AT),
                row.get(POST.UPDATED_AT),
                byline(row.get(APP_USER.USERNAME)),
                texts(row.get(TAGS)),
                row.get(CATEGORY.SLUG) == null ? "" : row.get(CATEGORY.SLUG).value(),
                cover(row.get(POST.COVER_ID)),
                List.of());
    }

    /// In the order in which they were made, so that what is answered comes first.
    private void comments(Consumer<Parcel> taker) {
        each(
                COMMENT.ID,
                which -> sql.select(
                                COMMENT.ID,
                                COMMENT.POST_ID,
                                COMMENT.ANSWERED_ID,
                                APP_USER.USERNAME,
                                COMMENT.GUEST,
                                COMMENT.MARKDOWN,
                                COMMENT.STATE,
                                COMMENT.CONCERN,
                                COMMENT.SHOWN,
                                COMMENT.WRITTEN_AT,
                                COMMENT.WORDED_AT)
                        .from(COMMENT)
                        .leftJoin(APP_USER)
                        .on(APP_USER.ID.eq(COMMENT.AUTHOR_ID))
                        .where(COMMENT.SHOWN.isTrue().or(COMMENT.STATE.ne("deleted")))
                        .and(COMMENT.POST_ID.notIn(select(POST.ID).from(POST).where(POST.DISCARDED)))
                        .and(which),
                row -> taker.accept(comment(row)));
    }

    private static CommentCard comment(Record row) {
        UUID id = row.get(COMMENT.ID).value();
        return new CommentCard(
                label(Kind.COMMENT, id),
                id,
                row.get(COMMENT.POST_ID).toString(),
                row.get(COMMENT.ANSWERED_ID) == null
                        ? ""
                        : row.get(COMMENT.ANSWERED_ID).toString(),
                byline(row.get(APP_USER.USERNAME)),
                row.get(COMMENT.GUEST) == null ? "" : row.get(COMMENT.GUEST).value(),
                row.get(COMMENT.MARKDOWN).value(),
                Standing.valueOf(row.get(COMMENT.STATE).toUpperCase(Locale.ROOT)),
                row.get(COMMENT.CONCERN) == null ? "" : row.get(COMMENT.CONCERN).word(),
                row.get(COMMENT.SHOWN),
                row.get(COMMENT.WRITTEN_AT),
                row.get(COMMENT.WORDED_AT));
    }

    private static Status status(String stage) {
        Status status = STATUS.get(stage);
        if (status == null) {
            throw new IllegalStateException("no stage is called " + stage);
        }
        return status;
    }

    private static Byline byline(@Nullable Username author) {
        return author == null ? new Byline.Nobody() : new Byline.Named(List.of(author.value()));
    }

    private static String cover(@Nullable MediaId medium) {
        return medium == null ? "" : medium.toString();
    }

    /// The same in every database, whatever language it speaks.
    private static Field<?> inOrder(Field<?> text) {
        return text.collate("C");
    }

    private static List<String> texts(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toList();
    }

    private static Label label(Kind kind, UUID id) {
        return new Label(kind, id.toString(), "", 0);
    }

    private interface Rows<R extends Record> {
        SelectConditionStep<R> of(Condition which);
    }

    private static <R extends Record, K> void each(TableField<?, K> id, Rows<R> rows, Consumer<R> taker) {
        Condition left = noCondition();
        Result<R> bite;
        do {
            bite = rows.of(left).orderBy(id).limit(inline(BITE)).fetch();
            bite.forEach(taker);
            if (bite.isNotEmpty()) {
                left = id.gt(bite.getLast().get(id));
            }
        } while (bite.size() == BITE);
    }
}
