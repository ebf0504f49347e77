package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.withRecursive;

import dev.beranda.application.post.Audience;
import dev.beranda.application.post.AuthorView;
import dev.beranda.application.post.LabelView;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader;
import dev.beranda.application.post.PostStatus;
import dev.beranda.application.post.PostView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Every list is one statement. What is public is found in the order of an index, so that the length of the list does
/// not matter.
@Singleton
final class JooqPostReader implements PostReader {

    private static final String BREAK = "\n";

    private static final String STATUS = "status";

    /// Slug and name of each in one text: nothing is cheaper to gather.
    private static final Field<String[]> TAGS = array(select(concat(text(TAG.SLUG), inline(BREAK), text(TAG.NAME)))
                    .from(POST_TAG)
                    .join(TAG)
                    .on(TAG.ID.eq(POST_TAG.TAG_ID))
                    .where(POST_TAG.POST_ID.eq(POST.ID))
                    .orderBy(POST_TAG.PLACE))
            .as("tags");

    private static final Field<Instant> SHOWN_FROM = coalesce(POST.OPEN_FROM, POST.CREATED_AT);
    private static final Field<String> TITLE = text(POST.TITLE).collate(collation("C"));

    private static final List<SelectField<?>> CARD = List.of(
            POST.ID,
            POST.SLUG,
            POST.TITLE,
            POST.EXCERPT,
            POST.READING_MINUTES,
            POST.OPEN_FROM,
            POST.AUTHOR_ID,
            APP_USER.USERNAME,
            APP_USER.DISPLAY_NAME,
            APP_USER.AVATAR,
            TAGS,
            CATEGORY.SLUG,
            CATEGORY.NAME,
            POST.COVER_ID,
            POST.COMMENT_COUNT,
            POST.LIKE_COUNT,
            POST.CREATED_AT,
            POST.UPDATED_AT,
            POST.VERSION);

    private final DSLContext sql;
    private final Clock clock;

    JooqPostReader(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<PostView> find(PostKey key, Audience audience) {
        return sql.select(CARD)
                .select(status())
                .select(POST.OWN_EXCERPT, POST_TEXT.MARKDOWN, POST_TEXT.HTML, POST_TEXT.OUTLINE)
                .from(cards(POST).join(POST_TEXT).on(POST_TEXT.POST_ID.eq(POST.ID)))
                .where(JooqPosts.isCalled(key))
                .and(isFor(audience))
                .fetchOptional(JooqPostReader::post);
    }

    @Override
    public Page<PostCardView> list(Selection selection, Which which, PostOrder order, PageRequest page) {
        Condition condition = condition(selection).and(condition(which));
        Table<?> from = which.tag() == null ? POST : POST.join(POST_TAG).on(POST_TAG.POST_ID.eq(POST.ID));
        Field<?> key = key(order, selection, which);
        Field<PostId> id = which.tag() == null ? POST.ID : POST_TAG.POST_ID;
        var rows = sql.select(CARD)
                .select(status())
                .from(cards(from))
                .where(condition)
                .and(given(page.after(), position -> beyond(position, key, id, order)))
                .orderBy(sorted(key, id, order.descending()))
                .limit(page.reach())
                .fetch(JooqPostReader::card);
        return page.cut(rows, card -> positionOf(card, order), () -> sql.fetchCount(from, condition));
    }

    private static Table<?> cards(Table<?> posts) {
        return posts.leftJoin(APP_USER)
                .on(APP_USER.ID.eq(POST.AUTHOR_ID))
                .leftJoin(CATEGORY)
                .on(CATEGORY.ID.eq(POST.CATEGORY_ID));
    }

    /// Never before what this node itself has just written, and never behind what others have.
    private Field<Instant> now() {
        return greatest(function(name("statement_timestamp"), SQLDataType.INSTANT), val(clock.instant()));
    }

    private Field<String> status() {
        return when(POST.TRASHED_AT.isNotNull(), inline(PostStatus.TRASHED.word()))
                .when(POST.STAGE.eq(inline("draft")), inline(PostStatus.DRAFT.word()))
                .when(POST.STAGE.eq(inline("withdrawn")), inline(PostStatus.UNPUBLISHED.word()))
                .when(POST.OPEN_FROM.gt(now()), inline(PostStatus.SCHEDULED.word()))
                .otherwise(inline(PostStatus.PUBLISHED.word()))
                .as(STATUS);
    }

    private Condition isVisible() {
        return POST.VISIBLE_FROM.le(now());
    }

    private Condition isFor(Audience audience) {
        return switch (audience) {
            case Audience.Everybody() -> isVisible();
            case Audience.One(var writer) -> isVisible().or(isInHandsOf(writer));
        };
    }

    private static Condition isInHandsOf(Writer writer) {
        return writer.mayEditOthers() ? trueCondition() : POST.AUTHOR_ID.eq(writer.id());
    }

    private Condition condition(Selection selection) {
        return switch (selection) {
            case Selection.Visible() -> isVisible();
            case Selection.OnTheDesk(var writer, var status) ->
                isInHandsOf(writer).and(is(status));
        };
    }

    private Condition is(PostStatus status) {
        Condition isKept = POST.TRASHED_AT.isNull();
        return switch (status) {
            case DRAFT -> POST.STAGE.eq("draft").and(isKept);
            case SCHEDULED -> POST.VISIBLE_FROM.gt(now());
            case PUBLISHED -> isVisible();
            case UNPUBLISHED -> POST.STAGE.eq("withdrawn").and(isKept);
            case TRASHED -> POST.TRASHED_AT.isNotNull();
        };
    }

    private static Condition condition(Which which) {
        return given(which.tag(), tag -> POST_TAG.TAG_ID.eq(tagCalled(tag)))
                .and(given(which.category(), category -> POST.CATEGORY_ID.in(categoriesUnder(category))))
                .and(given(
                        which.author(),
                        author -> POST.AUTHOR_ID.eq(select(APP_USER.as("a").ID)
                                .from(APP_USER.as("a"))
                                .where(APP_USER.as("a").USERNAME_KEY.eq(author.key())))))
                .and(given(which.from(), POST.OPEN_FROM::ge))
                .and(given(which.to(), POST.OPEN_FROM::lt));
    }

    private static Select<? extends Record1<TagId>> tagCalled(Slug slug) {
        return select(TAG.ID).from(TAG).where(TAG.SLUG.eq(slug));
    }

    private static Select<Record1<CategoryId>> categoriesUnder(Slug slug) {
        var tree = name("tree").fields("id");
        var first = CATEGORY.as("first");
        var below = CATEGORY.as("below");
        Field<CategoryId> id = field(name("tree", "id"), CATEGORY.ID.getDataType());
        return withRecursive(tree.as(select(first.ID)
                        .from(first)
                        .where(first.SLUG.eq(slug))
                        .union(select(below.ID)
                                .from(below)
                                .join(table(name("tree")))
                                .on(below.PARENT_ID.eq(id)))))
                .select(id)
                .from(table(name("tree")));
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
                card(row),
                row.get(POST.OWN_EXCERPT),
                row.get(POST_TEXT.MARKDOWN),
                row.get(POST_TEXT.HTML),
                Outline.read(row.get(POST_TEXT.OUTLINE)));
    }

    static PostCardView card(Record row) {
        return new PostCardView(
                row.get(POST.ID),
                row.get(POST.SLUG),
                row.get(POST.TITLE),
                row.get(POST.EXCERPT),
                row.get(POST.READING_MINUTES),
                PostStatus.ofWord(row.get(STATUS, String.class)),
                row.get(POST.OPEN_FROM),
                author(row),
                Arrays.stream(row.get(TAGS)).map(JooqPostReader::label).toList(),
                row.get(CATEGORY.SLUG) == null
                        ? null
                        : new LabelView(
                                row.get(CATEGORY.SLUG), row.get(CATEGORY.NAME).value()),
                row.get(POST.COVER_ID),
                row.get(POST.COMMENT_COUNT),
                row.get(POST.LIKE_COUNT),
                row.get(POST.CREATED_AT),
                row.get(POST.UPDATED_AT),
                row.get(POST.VERSION));
    }

    private static @Nullable AuthorView author(Record row) {
        return row.get(POST.AUTHOR_ID) == null
                ? null
                : new AuthorView(
                        row.get(POST.AUTHOR_ID),
                        row.get(APP_USER.USERNAME),
                        row.get(APP_USER.DISPLAY_NAME),
                        row.get(APP_USER.AVATAR));
    }

    private static LabelView label(String stored) {
        int end = stored.indexOf(BREAK);
        return new LabelView(new Slug(stored.substring(0, end)), stored.substring(end + 1));
    }

    private static Field<String> text(Field<?> field) {
        return field.coerce(SQLDataType.CLOB);
    }

    private static <T> Condition given(@Nullable T wish, Function<T, Condition> condition) {
        return wish == null ? noCondition() : condition.apply(wish);
    }
}
