package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.beranda.adapter.persistence.jooq.tables.Post;
import dev.beranda.application.post.AuthorView;
import dev.beranda.application.post.LabelView;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.post.PostStatus;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.shared.Slug;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Posts as lists show them: what has to be read for it, from where, and who may see it.
@Singleton
public final class PostCards {

    private static final String BREAK = "\n";

    private static final String STATUS = "status";

    /// Slug and name of each in one text: nothing is cheaper to gather. Each tag is looked up by itself, for as long as
    /// there are few, a join would read them all for every post.
    private static final Field<String[]> TAGS = array(select(
                            field(select(concat(text(TAG.SLUG), inline(BREAK), text(TAG.NAME)))
                                    .from(TAG)
                                    .where(TAG.ID.eq(POST_TAG.TAG_ID))
                                    .andNot(TAG.GONE)))
                    .from(POST_TAG)
                    .where(POST_TAG.POST_ID.eq(POST.ID))
                    .orderBy(POST_TAG.PLACE))
            .as("tags");

    private static final List<SelectField<?>> FIELDS = List.of(
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

    private final Clock clock;

    PostCards(Clock clock) {
        this.clock = clock;
    }

    public List<SelectField<?>> fields() {
        return Stream.concat(FIELDS.stream(), Stream.of(status())).toList();
    }

    /// @param posts the table of posts, alone or joined with others
    public static Table<?> joined(Table<?> posts) {
        return posts.leftJoin(APP_USER)
                .on(APP_USER.ID.eq(POST.AUTHOR_ID))
                .leftJoin(CATEGORY)
                .on(CATEGORY.ID.eq(POST.CATEGORY_ID).andNot(CATEGORY.LEAVING));
    }

    /// What everybody sees by now.
    public Condition isVisible() {
        return isVisible(POST);
    }

    /// The same of the table of posts under another name.
    public Condition isVisible(Post posts) {
        return posts.VISIBLE_FROM.le(now());
    }

    /// Which post is meant: by any address it has or had.
    public static Condition isCalled(PostKey key) {
        return JooqPosts.isCalled(key);
    }

    /// Never before what this node itself has just written, and never behind what others have.
    public Field<Instant> now() {
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

    public static PostCardView card(Record row) {
        return new PostCardView(
                row.get(POST.ID),
                row.get(POST.SLUG),
                row.get(POST.TITLE),
                row.get(POST.EXCERPT),
                row.get(POST.READING_MINUTES),
                PostStatus.ofWord(row.get(STATUS, String.class)),
                row.get(POST.OPEN_FROM),
                author(row),
                Arrays.stream(row.get(TAGS))
                        .filter(Objects::nonNull)
                        .map(PostCards::label)
                        .toList(),
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

    static Field<String> text(Field<?> field) {
        return field.coerce(SQLDataType.CLOB);
    }
}
