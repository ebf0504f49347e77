package dev.beranda.adapter.persistence.tag;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SEARCH;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_AFTERMATH;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.beranda.adapter.persistence.freshness.PublicNews;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.tag.TagId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Takes the posts of a tag along that is called otherwise by now, or is leaving: a few at a time, each time for good.
/// Who dies between two bites leaves the rest to whoever comes next. Every node may do it at any time: of each tag, one
/// at a time does.
@Singleton
public final class Retagging {

    /// So few that nobody who saves one of them has to wait for long.
    private static final int BITE = 100;

    private static final int MOST_BITES = 20;
    private static final int MOST_TAGS = 100;

    private final DSLContext sql;
    private final Transactions transactions;
    private final PublicNews news;

    Retagging(DSLContext sql, Transactions transactions, PublicNews news) {
        this.sql = sql;
        this.transactions = transactions;
        this.news = news;
    }

    public List<TagId> waiting() {
        return sql.select(TAG_AFTERMATH.TAG_ID)
                .from(TAG_AFTERMATH)
                .limit(MOST_TAGS)
                .fetch(TAG_AFTERMATH.TAG_ID);
    }

    /// Takes some more of its posts along, unless somebody else is at it.
    public void carryOn(TagId tag) {
        for (int bites = 0; bites < MOST_BITES; bites++) {
            if (!transactions.write(() -> isClaimed(tag) && bite(tag))) {
                return;
            }
        }
    }

    private boolean isClaimed(TagId tag) {
        return sql.selectOne()
                .from(TAG_AFTERMATH)
                .where(TAG_AFTERMATH.TAG_ID.eq(tag))
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .isPresent();
    }

    /// Within the transaction of its caller.
    ///
    /// @return whether there is more to do
    boolean bite(TagId tag) {
        var left = sql.select(TAG.LEAVING, TAG.HEIR_ID, TAG_AFTERMATH.DONE_UP_TO)
                .from(TAG)
                .join(TAG_AFTERMATH)
                .on(TAG_AFTERMATH.TAG_ID.eq(TAG.ID))
                .where(TAG.ID.eq(tag))
                .fetchOptional();
        if (left.isEmpty()) {
            return false;
        }
        news.of(Subject.POSTS);
        return left.get().value1()
                ? handOver(tag, left.get().value2())
                : rename(tag, left.get().value3());
    }

    private boolean rename(TagId tag, PostId doneUpTo) {
        List<PostId> posts = sql.select(POST_TAG.POST_ID)
                .from(POST_TAG)
                .where(POST_TAG.TAG_ID.eq(tag))
                .and(POST_TAG.POST_ID.gt(doneUpTo))
                .orderBy(POST_TAG.POST_ID)
                .limit(BITE)
                .fetch(POST_TAG.POST_ID);
        letBeFoundAnew(posts);
        if (posts.size() < BITE) {
            sql.deleteFrom(TAG_AFTERMATH).where(TAG_AFTERMATH.TAG_ID.eq(tag)).execute();
            return false;
        }
        sql.update(TAG_AFTERMATH)
                .set(TAG_AFTERMATH.DONE_UP_TO, posts.getLast())
                .where(TAG_AFTERMATH.TAG_ID.eq(tag))
                .execute();
        return true;
    }

    /// The posts are saved, so that whoever is about to save what they read before begins anew.
    private boolean handOver(TagId tag, @Nullable TagId heir) {
        List<PostId> posts = sql.select(POST_TAG.POST_ID)
                .from(POST_TAG)
                .where(POST_TAG.TAG_ID.eq(tag))
                .orderBy(POST_TAG.POST_ID)
                .limit(BITE)
                .fetch(POST_TAG.POST_ID);
        sql.update(POST)
                .set(POST.VERSION, POST.VERSION.plus(1))
                .where(POST.ID.in(select(POST.ID)
                        .from(POST)
                        .where(POST.ID.in(posts))
                        .orderBy(POST.ID)
                        .forNoKeyUpdate()))
                .execute();
        if (heir != null) {
            sql.insertInto(POST_TAG, POST_TAG.POST_ID, POST_TAG.TAG_ID, POST_TAG.PLACE)
                    .select(select(POST_TAG.POST_ID, val(heir, POST_TAG.TAG_ID), POST_TAG.PLACE)
                            .from(POST_TAG)
                            .where(POST_TAG.TAG_ID.eq(tag))
                            .and(POST_TAG.POST_ID.in(posts)))
                    .onConflictDoNothing()
                    .execute();
        }
        sql.deleteFrom(POST_TAG)
                .where(POST_TAG.TAG_ID.eq(tag))
                .and(POST_TAG.POST_ID.in(posts))
                .execute();
        letBeFoundAnew(posts);
        return posts.size() == BITE || !forget(tag);
    }

    /// Once it is held no post gets it any more; one may have got it while nobody looked.
    private boolean forget(TagId tag) {
        sql.select(TAG.ID).from(TAG).where(TAG.ID.eq(tag)).forUpdate().execute();
        if (sql.fetchExists(POST_TAG, POST_TAG.TAG_ID.eq(tag))) {
            return false;
        }
        sql.deleteFrom(TAG).where(TAG.ID.eq(tag)).execute();
        return true;
    }

    /// A trigger puts the words of the tags they have now where posts are found by them.
    private void letBeFoundAnew(List<PostId> posts) {
        sql.update(POST_SEARCH)
                .set(POST_SEARCH.PROSE, POST_SEARCH.PROSE)
                .where(POST_SEARCH.POST_ID.in(posts))
                .execute();
    }
}
