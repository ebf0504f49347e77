package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SEARCH;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SLUG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.beranda.adapter.persistence.freshness.PublicNews;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.post.Author;
import dev.beranda.domain.post.Cover;
import dev.beranda.domain.post.Excerpt;
import dev.beranda.domain.post.Filing;
import dev.beranda.domain.post.News;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Shelf;
import dev.beranda.domain.post.Stage;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqPosts implements Posts {

    /// A tag that is leaving is what comes after it, or nothing: whoever saves the post takes it along themselves.
    private static final Field<TagId[]> TAGS = array(select(field(select(coalesce(TAG.HEIR_ID, TAG.ID))
                    .from(TAG)
                    .where(TAG.ID.eq(POST_TAG.TAG_ID))
                    .andNot(TAG.GONE)))
            .from(POST_TAG)
            .where(POST_TAG.POST_ID.eq(POST.ID))
            .orderBy(POST_TAG.PLACE));

    private static final Field<CategoryId> SHELF = field(select(CATEGORY.ID)
            .from(CATEGORY)
            .where(CATEGORY.ID.eq(POST.CATEGORY_ID))
            .andNot(CATEGORY.LEAVING));

    private final DSLContext sql;
    private final Typesetter typesetter;
    private final PublicNews news;

    JooqPosts(DSLContext sql, Typesetter typesetter, PublicNews news) {
        this.sql = sql;
        this.typesetter = typesetter;
        this.news = news;
    }

    /// Which post is meant: by any address it has or had.
    static Condition isCalled(PostKey key) {
        return switch (key) {
            case PostKey.Id(var id) -> POST.ID.eq(id);
            case PostKey.Address(var slug) ->
                POST.ID.eq(select(POST_SLUG.POST_ID).from(POST_SLUG).where(POST_SLUG.SLUG.eq(slug)));
        };
    }

    @Override
    public Optional<Post> find(PostKey key) {
        return sql.select(
                        POST.ID,
                        POST.AUTHOR_ID,
                        POST.SLUG,
                        POST.TITLE,
                        POST_TEXT.MARKDOWN,
                        POST.EXCERPT,
                        POST.OWN_EXCERPT,
                        TAGS,
                        SHELF,
                        POST.COVER_ID,
                        POST.STAGE,
                        POST.OPEN_FROM,
                        POST.ANNOUNCED,
                        POST.OUT_SINCE,
                        POST.TRASHED_AT,
                        POST.CREATED_AT,
                        POST.UPDATED_AT,
                        POST.VERSION)
                .from(POST)
                .join(POST_TEXT)
                .on(POST_TEXT.POST_ID.eq(POST.ID))
                .where(isCalled(key))
                .andNot(POST.DISCARDED)
                .fetchOptional(mapping(
                        (id,
                                author,
                                slug,
                                title,
                                body,
                                excerpt,
                                isOwn,
                                tags,
                                shelf,
                                cover,
                                stage,
                                from,
                                announced,
                                outSince,
                                trashed,
                                created,
                                updated,
                                version) -> new Post(
                                id,
                                author(author),
                                slug,
                                new Story(title, body, isOwn ? new Excerpt(excerpt) : Excerpt.NONE),
                                new Filing(tags(tags), shelf(shelf), cover(cover)),
                                stage(stage, from, announced ? new News.Told() : untold(outSince), trashed),
                                created,
                                updated,
                                version)));
    }

    /// The first that is free is taken without trying those before it. Where somebody else takes it at the same moment,
    /// or the post has one of them already, each is tried.
    @Override
    public Optional<Slug> claim(List<Slug> wanted, PostId post) {
        return claimFree(wanted, post)
                .or(() -> wanted.stream().filter(slug -> isClaimed(slug, post)).findFirst());
    }

    private Optional<Slug> claimFree(List<Slug> wanted, PostId post) {
        if (wanted.size() == 1) {
            return Optional.empty();
        }
        String[] slugs = wanted.stream().map(Slug::value).toArray(String[]::new);
        Field<Slug> candidate = field(name("wanted", "slug"), POST_SLUG.SLUG.getDataType());
        var taken = POST_SLUG.as("taken");
        return sql.insertInto(POST_SLUG, POST_SLUG.SLUG, POST_SLUG.POST_ID)
                .select(select(candidate, val(post, POST_SLUG.POST_ID))
                        .from(unnest(val(slugs)).withOrdinality().as("wanted", "slug", "place"))
                        .where(notExists(selectOne().from(taken).where(taken.SLUG.eq(candidate))))
                        .andNotExists(selectOne()
                                .from(taken)
                                .where(taken.POST_ID.eq(post))
                                .and(taken.SLUG.in(wanted)))
                        .orderBy(field(name("wanted", "place")))
                        .limit(1))
                .onConflictDoNothing()
                .returningResult(POST_SLUG.SLUG)
                .fetchOptional(POST_SLUG.SLUG);
    }

    private boolean isClaimed(Slug slug, PostId post) {
        int claimed = sql.insertInto(POST_SLUG)
                .set(POST_SLUG.SLUG, slug)
                .set(POST_SLUG.POST_ID, post)
                .onConflictDoNothing()
                .execute();
        return claimed == 1
                || sql.fetchExists(POST_SLUG, POST_SLUG.SLUG.eq(slug).and(POST_SLUG.POST_ID.eq(post)));
    }

    @Override
    public void add(Post post, Typeset typeset) {
        sql.insertInto(POST)
                .set(POST.ID, post.id())
                .set(POST.CREATED_AT, post.createdAt())
                .set(POST.VERSION, post.version())
                .set(columns(post))
                .set(words(post, typeset))
                .execute();
        sql.insertInto(POST_TEXT)
                .set(POST_TEXT.POST_ID, post.id())
                .set(text(post, typeset))
                .execute();
        tag(post);
        sql.insertInto(POST_SEARCH)
                .set(POST_SEARCH.POST_ID, post.id())
                .set(POST_SEARCH.PROSE, typeset.prose().value())
                .execute();
        news.of(Subject.POSTS);
    }

    @Override
    public Post save(Post post) {
        return update(post, Map.of());
    }

    @Override
    public Post rewrite(Post post, Typeset typeset) {
        Post saved = update(post, words(post, typeset));
        sql.update(POST_SEARCH)
                .set(POST_SEARCH.PROSE, typeset.prose().value())
                .where(POST_SEARCH.POST_ID.eq(post.id()))
                .execute();
        sql.update(POST_TEXT)
                .set(text(post, typeset))
                .where(POST_TEXT.POST_ID.eq(post.id()))
                .execute();
        return saved;
    }

    private Post update(Post post, Map<Field<?>, Object> words) {
        int saved = sql.update(POST)
                .set(columns(post))
                .set(announced(post.stage()))
                .set(words)
                .set(POST.VERSION, post.version() + 1)
                .where(POST.ID.eq(post.id()).and(POST.VERSION.eq(post.version())))
                .execute();
        if (saved == 0) {
            throw new StaleAggregate("A post");
        }
        news.of(Subject.POSTS, Subject.post(post.id()));
        if (untag(post) + tag(post) > 0) {
            sql.update(POST_SEARCH)
                    .set(POST_SEARCH.PROSE, POST_SEARCH.PROSE)
                    .where(POST_SEARCH.POST_ID.eq(post.id()))
                    .execute();
        }
        return new Post(
                post.id(),
                post.author(),
                post.slug(),
                post.story(),
                post.filing(),
                post.stage(),
                post.createdAt(),
                post.updatedAt(),
                post.version() + 1);
    }

    private int untag(Post post) {
        return sql.deleteFrom(POST_TAG)
                .where(POST_TAG.POST_ID.eq(post.id()))
                .and(POST_TAG.TAG_ID.notIn(post.filing().tags()))
                .execute();
    }

    /// Whatever wrote it, the words a post is found by are set anew when its row of them is written.
    private int tag(Post post) {
        List<TagId> tags = post.filing().tags();
        if (tags.isEmpty()) {
            return 0;
        }
        var rows = sql.insertInto(POST_TAG, POST_TAG.POST_ID, POST_TAG.TAG_ID, POST_TAG.PLACE);
        for (int place = 0; place < tags.size(); place++) {
            rows = rows.values(post.id(), tags.get(place), (short) place);
        }
        return rows.onConflict(POST_TAG.POST_ID, POST_TAG.TAG_ID)
                .doUpdate()
                .set(POST_TAG.PLACE, excluded(POST_TAG.PLACE))
                .where(POST_TAG.PLACE.ne(excluded(POST_TAG.PLACE)))
                .execute();
    }

    private static Map<Field<?>, Object> columns(Post post) {
        Map<Field<?>, Object> columns = new HashMap<>(stage(post.stage()));
        columns.put(POST.AUTHOR_ID, post.author() instanceof Author.Known(var user) ? user : null);
        columns.put(POST.SLUG, post.slug());
        columns.put(POST.TITLE, post.story().title());
        columns.put(POST.CATEGORY_ID, post.filing().shelf() instanceof Shelf.Under(var category) ? category : null);
        columns.put(POST.COVER_ID, post.filing().cover() instanceof Cover.Picture(var picture) ? picture : null);
        columns.put(POST.UPDATED_AT, post.updatedAt());
        return columns;
    }

    private static Map<Field<?>, Object> words(Post post, Typeset typeset) {
        return Map.of(
                POST.EXCERPT, post.story().teaser(typeset.prose()),
                POST.OWN_EXCERPT, !post.story().excerpt().isNone(),
                POST.READING_MINUTES, typeset.prose().readingMinutes());
    }

    private Map<Field<?>, Object> text(Post post, Typeset typeset) {
        return Map.of(
                POST_TEXT.MARKDOWN, post.story().body(),
                POST_TEXT.HTML, typeset.html(),
                POST_TEXT.OUTLINE, Outline.stored(typeset.outline()),
                POST_TEXT.EDITION, typesetter.edition());
    }

    private static Map<Field<?>, Object> stage(Stage stage) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(POST.TRASHED_AT, null);
        switch (stage) {
            case Stage.Draft() -> putStage(columns, "draft", null, new News.First());
            case Stage.Open(var from, var news) -> putStage(columns, "open", from, news);
            case Stage.Withdrawn(var since) -> putStage(columns, "withdrawn", since, new News.Told());
            case Stage.Trashed(var before, var at) -> {
                columns.putAll(stage(before));
                columns.put(POST.TRASHED_AT, at);
            }
        }
        return columns;
    }

    /// That it was announced meanwhile is no save, so it may be news to who saves: it stays announced for the same
    /// moment, and for another it is no longer the first time.
    private static Map<Field<?>, Object> announced(Stage stage) {
        return switch (stage) {
            case Stage.Open(var from, News.Untold news) -> {
                Condition wasTold = condition(POST.ANNOUNCED).and(POST.STAGE.eq("open"));
                yield Map.of(
                        POST.ANNOUNCED, field(wasTold.and(POST.OPEN_FROM.eq(from))),
                        POST.OUT_SINCE, when(wasTold, POST.OPEN_FROM).else_(val(outSince(news), POST.OUT_SINCE)));
            }
            case Stage.Trashed trashed -> announced(trashed.before());
            default -> Map.of();
        };
    }

    private static void putStage(Map<Field<?>, Object> columns, String word, @Nullable Instant from, News news) {
        columns.put(POST.STAGE, word);
        columns.put(POST.OPEN_FROM, from);
        columns.put(POST.ANNOUNCED, news instanceof News.Told);
        columns.put(POST.OUT_SINCE, outSince(news));
    }

    private static @Nullable Instant outSince(News news) {
        return news instanceof News.Again(var since) ? since : null;
    }

    static News.Untold untold(@Nullable Instant outSince) {
        return outSince == null ? new News.First() : new News.Again(outSince);
    }

    private static Stage stage(String word, Instant from, News news, @Nullable Instant trashed) {
        Stage.Kept stage =
                switch (word) {
                    case "draft" -> new Stage.Draft();
                    case "open" -> new Stage.Open(from, news);
                    case "withdrawn" -> new Stage.Withdrawn(from);
                    default -> throw new IllegalStateException("no stage is called " + word);
                };
        return trashed == null ? stage : new Stage.Trashed(stage, trashed);
    }

    private static Author author(@Nullable UserId user) {
        return user == null ? new Author.Forgotten() : new Author.Known(user);
    }

    private static List<TagId> tags(@Nullable TagId[] stored) {
        return Arrays.stream(stored).filter(Objects::nonNull).distinct().toList();
    }

    private static Shelf shelf(@Nullable CategoryId category) {
        return category == null ? new Shelf.None() : new Shelf.Under(category);
    }

    private static Cover cover(@Nullable MediaId picture) {
        return picture == null ? new Cover.None() : new Cover.Picture(picture);
    }
}
