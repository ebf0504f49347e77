package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_REVISION;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_NAME;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.post.Author;
import dev.beranda.domain.post.Cover;
import dev.beranda.domain.post.Filed;
import dev.beranda.domain.post.Filing;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Revision;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.post.Shelf;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.TagName;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Who saves a post holds its row, so no two count at once.
@Singleton
final class JooqRevisions implements Revisions {

    private final DSLContext sql;

    JooqRevisions(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void keep(PostId post, UserId by, Story story, Filing filing, Instant now) {
        var last = POST_REVISION.as("last");
        Integer number = sql.insertInto(POST_REVISION)
                .set(POST_REVISION.POST_ID, post)
                .set(
                        POST_REVISION.NUMBER,
                        select(coalesce(max(last.NUMBER), inline(0)).plus(1))
                                .from(last)
                                .where(last.POST_ID.eq(post)))
                .set(POST_REVISION.EDITOR_ID, by)
                .set(POST_REVISION.TITLE, story.title())
                .set(POST_REVISION.EXCERPT, story.excerpt())
                .set(POST_REVISION.MARKDOWN, story.body())
                .set(filed(filing))
                .set(POST_REVISION.SAVED_AT, now)
                .returningResult(POST_REVISION.NUMBER)
                .fetchSingle()
                .value1();
        if (number > MOST) {
            sql.deleteFrom(POST_REVISION)
                    .where(POST_REVISION.POST_ID.eq(post))
                    .and(POST_REVISION.NUMBER.le(number - MOST))
                    .execute();
        }
    }

    private static Map<Field<?>, Object> filed(Filing filing) {
        UUID[] tags = filing.tags().stream().map(TagId::value).toArray(UUID[]::new);
        CategoryId shelf = filing.shelf() instanceof Shelf.Under(var category) ? category : null;
        Field<Integer> place = function(name("array_position"), SQLDataType.INTEGER, val(tags), TAG.ID);
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(POST_REVISION.TAG_IDS, tags);
        columns.put(
                POST_REVISION.TAG_NAMES,
                array(select(PostCards.text(TAG.NAME))
                        .from(TAG)
                        .where(TAG.ID.in(filing.tags()))
                        .orderBy(place)));
        columns.put(POST_REVISION.CATEGORY_ID, shelf);
        columns.put(
                POST_REVISION.CATEGORY_NAME,
                field(select(PostCards.text(CATEGORY.NAME)).from(CATEGORY).where(CATEGORY.ID.eq(shelf))));
        columns.put(POST_REVISION.COVER_ID, filing.cover() instanceof Cover.Picture(var picture) ? picture : null);
        return columns;
    }

    @Override
    public Optional<Revision> find(PostId post, int number) {
        return sql.select(
                        POST_REVISION.EDITOR_ID,
                        POST_REVISION.TITLE,
                        POST_REVISION.MARKDOWN,
                        POST_REVISION.EXCERPT,
                        POST_REVISION.TAG_IDS,
                        POST_REVISION.TAG_NAMES,
                        CATEGORY.ID,
                        MEDIA.ID,
                        POST_REVISION.SAVED_AT)
                .from(POST_REVISION)
                .leftJoin(CATEGORY)
                .on(CATEGORY.ID.eq(POST_REVISION.CATEGORY_ID).andNot(CATEGORY.LEAVING))
                .leftJoin(MEDIA)
                .on(MEDIA.ID.eq(POST_REVISION.COVER_ID))
                .where(POST_REVISION.POST_ID.eq(post))
                .and(POST_REVISION.NUMBER.eq(number))
                .fetchOptional(mapping((editor, title, body, excerpt, tags, names, category, cover, at) -> new Revision(
                        post,
                        number,
                        editor == null ? new Author.Forgotten() : new Author.Known(editor),
                        new Story(title, body, excerpt),
                        filed(tags, names, category, cover),
                        at)));
    }

    private Filed filed(
            UUID @Nullable [] tags, String @Nullable [] names, @Nullable CategoryId category, @Nullable MediaId cover) {
        return tags == null || names == null
                ? new Filed.Unknown()
                : new Filed.As(new Filing(
                        tags(tags, names),
                        category == null ? new Shelf.None() : new Shelf.Under(category),
                        cover == null ? new Cover.None() : new Cover.Picture(cover)));
    }

    /// By their ids, whatever they are called by now; and by their names those that are not there any more, for what
    /// was merged left its name to its heir.
    private List<TagId> tags(UUID[] ids, String[] names) {
        Set<TagId> present = sql.select(TAG.ID)
                .from(TAG)
                .where(TAG.ID.in(Arrays.stream(ids).map(TagId::new).toList()))
                .andNot(TAG.LEAVING)
                .fetchSet(TAG.ID);
        Map<String, TagId> called = sql.select(TAG_NAME.NAME_KEY, TAG_NAME.TAG_ID)
                .from(TAG_NAME)
                .where(TAG_NAME.NAME_KEY.in(
                        Arrays.stream(names).map(TagName::keyOf).toList()))
                .fetchMap(TAG_NAME.NAME_KEY, TAG_NAME.TAG_ID);
        return IntStream.range(0, ids.length)
                .mapToObj(place -> {
                    var tag = new TagId(ids[place]);
                    return present.contains(tag) ? tag : called.get(TagName.keyOf(names[place]));
                })
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
