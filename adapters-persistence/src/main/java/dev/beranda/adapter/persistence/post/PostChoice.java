package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY_SLUG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_SLUG;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.withRecursive;

import dev.beranda.application.post.Audience;
import dev.beranda.application.post.PostReader.Selection;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.application.post.PostStatus;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/// Which posts somebody means, as conditions on the table of posts.
@Singleton
public final class PostChoice {

    private final PostCards cards;

    PostChoice(PostCards cards) {
        this.cards = cards;
    }

    /// Which posts stay when somebody is forgotten: all but what only they could see.
    public static Condition staysWithout(UserId person) {
        return POST.AUTHOR_ID
                .isDistinctFrom(person)
                .or(POST.VISIBLE_FROM.isNotNull().and(POST.VISIBLE_FROM.le(currentInstant())));
    }

    /// What somebody may see.
    public Condition isFor(Audience audience) {
        return switch (audience) {
            case Audience.Everybody() -> cards.isVisible();
            case Audience.One(var writer) -> cards.isVisible().or(isInHandsOf(writer));
        };
    }

    Condition of(Selection selection) {
        return switch (selection) {
            case Selection.Visible() -> cards.isVisible();
            case Selection.OnTheDesk(var writer, var status) ->
                isInHandsOf(writer).and(is(status));
        };
    }

    /// Where nobody sees a post by its stage, it is said as well that nobody does: these are few and have an index.
    private Condition is(PostStatus status) {
        Condition isKept = POST.TRASHED_AT.isNull().and(POST.VISIBLE_FROM.isNull());
        return switch (status) {
            case DRAFT -> POST.STAGE.eq("draft").and(isKept);
            case SCHEDULED -> POST.VISIBLE_FROM.gt(cards.now());
            case PUBLISHED -> cards.isVisible();
            case UNPUBLISHED -> POST.STAGE.eq("withdrawn").and(isKept);
            case TRASHED -> POST.TRASHED_AT.isNotNull().and(POST.VISIBLE_FROM.isNull());
        };
    }

    /// Of a tag, the table of posts knows nothing: where it is wanted, [#hasTag] says so, or the table that does is
    /// joined. Where all are visible, the moment from which on they are is the one their lists are in order by: a
    /// list then begins and ends with the time that is asked for.
    static Condition of(Selection selection, Which which) {
        Field<Instant> moment = selection instanceof Selection.Visible ? POST.VISIBLE_FROM : POST.OPEN_FROM;
        return given(which.category(), category -> POST.CATEGORY_ID.in(categoriesUnder(category)))
                .and(given(which.author(), PostChoice::isBy))
                .and(given(which.from(), moment::ge))
                .and(given(which.to(), moment::lt));
    }

    /// For a list that is in the order of the tag's own table. What nobody sees stands at the beginning there, and is
    /// passed over at once.
    Condition ofTag(Selection selection, Which which) {
        Condition isSeen = selection instanceof Selection.Visible
                ? POST_TAG.VISIBLE_FROM
                        .le(cards.now())
                        .and(given(which.from(), POST_TAG.VISIBLE_FROM::ge))
                        .and(given(which.to(), POST_TAG.VISIBLE_FROM::lt))
                : noCondition();
        return given(which.tag(), tag -> POST_TAG.TAG_ID.eq(tagCalled(tag)).and(isSeen));
    }

    static Condition hasTag(Which which) {
        return given(
                which.tag(),
                tag -> exists(selectOne()
                        .from(POST_TAG)
                        .where(POST_TAG.POST_ID.eq(POST.ID))
                        .and(POST_TAG.TAG_ID.eq(tagCalled(tag)))));
    }

    private static Condition isBy(Username author) {
        var someone = APP_USER.as("someone");
        return POST.AUTHOR_ID.eq(select(someone.ID).from(someone).where(someone.USERNAME_KEY.eq(author.key())));
    }

    private static Condition isInHandsOf(Writer writer) {
        Condition isTheirs = writer.mayEditOthers() ? trueCondition() : POST.AUTHOR_ID.eq(writer.id());
        return isTheirs.andNot(POST.DISCARDED);
    }

    private static Select<? extends Record1<TagId>> tagCalled(Slug slug) {
        return select(TAG_SLUG.TAG_ID).from(TAG_SLUG).where(TAG_SLUG.SLUG.eq(slug));
    }

    private static Select<Record1<CategoryId>> categoriesUnder(Slug slug) {
        var tree = name("tree").fields("id");
        var first = CATEGORY.as("first");
        var below = CATEGORY.as("below");
        Field<CategoryId> id = field(name("tree", "id"), CATEGORY.ID.getDataType());
        return withRecursive(tree.as(select(first.ID)
                        .from(first)
                        .join(CATEGORY_SLUG)
                        .on(CATEGORY_SLUG.CATEGORY_ID.eq(first.ID))
                        .where(CATEGORY_SLUG.SLUG.eq(slug))
                        .union(select(below.ID)
                                .from(below)
                                .join(table(name("tree")))
                                .on(below.PARENT_ID.eq(id)))))
                .select(id)
                .from(table(name("tree")));
    }

    private static <T> Condition given(@Nullable T wish, Function<T, Condition> condition) {
        return wish == null ? noCondition() : condition.apply(wish);
    }
}
