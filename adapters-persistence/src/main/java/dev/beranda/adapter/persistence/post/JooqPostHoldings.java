package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_REVISION;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SEARCH;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SLUG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Record1;
import org.jooq.Select;

/// What everybody can read stays when its author leaves, under nobody's name; what nobody can goes with them.
@Singleton
final class JooqPostHoldings implements Holdings {

    @Override
    public String word() {
        return "post";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(POST, "posts", POST.AUTHOR_ID::eq)
                        .telling(
                                POST.ID,
                                POST.SLUG,
                                POST.TITLE,
                                POST.EXCERPT,
                                POST.STAGE,
                                POST.OPEN_FROM,
                                POST.TRASHED_AT,
                                POST.COVER_ID,
                                POST.COMMENT_COUNT,
                                POST.LIKE_COUNT,
                                POST.CREATED_AT,
                                POST.UPDATED_AT)
                        .withholding("whose export it is", POST.AUTHOR_ID)
                        .withholding(
                                "how it is shown and found, for ourselves",
                                POST.OWN_EXCERPT,
                                POST.READING_MINUTES,
                                POST.ANNOUNCED,
                                POST.OUT_SINCE,
                                POST.VISIBLE_FROM,
                                POST.CATEGORY_ID,
                                POST.COUNTED_UNDER,
                                POST.DISCARDED,
                                POST.VERSION)
                        .ending(person -> deleteFrom(POST)
                                .where(POST.AUTHOR_ID.eq(person))
                                .andNot(PostChoice.staysWithout(person))),
                Holding.of(POST_TEXT, "post_texts", person -> POST_TEXT.POST_ID.in(postsOf(person)))
                        .telling(POST_TEXT.POST_ID, POST_TEXT.MARKDOWN)
                        .withholding(
                                "the same again, as it is shown", POST_TEXT.HTML, POST_TEXT.OUTLINE, POST_TEXT.EDITION)
                        .staying("of what stays; the rest went with the post"),
                Holding.of(POST_REVISION, "revisions", POST_REVISION.EDITOR_ID::eq)
                        .telling(
                                POST_REVISION.POST_ID,
                                POST_REVISION.NUMBER,
                                POST_REVISION.TITLE,
                                POST_REVISION.EXCERPT,
                                POST_REVISION.MARKDOWN,
                                POST_REVISION.TAG_NAMES,
                                POST_REVISION.CATEGORY_NAME,
                                POST_REVISION.COVER_ID,
                                POST_REVISION.SAVED_AT)
                        .withholding("whose export it is", POST_REVISION.EDITOR_ID)
                        .withholding("the same again, for ourselves", POST_REVISION.TAG_IDS, POST_REVISION.CATEGORY_ID)
                        .ending(person -> update(POST_REVISION)
                                .setNull(POST_REVISION.EDITOR_ID)
                                .where(POST_REVISION.EDITOR_ID.eq(person))),
                Holding.ofNobody(POST_SEARCH, "the words of posts again, with which they go"),
                Holding.ofNobody(POST_SLUG, "the addresses of posts"),
                Holding.ofNobody(POST_TAG, "what posts are found by"));
    }

    private static Select<Record1<PostId>> postsOf(UserId person) {
        return select(POST.ID).from(POST).where(POST.AUTHOR_ID.eq(person));
    }
}
