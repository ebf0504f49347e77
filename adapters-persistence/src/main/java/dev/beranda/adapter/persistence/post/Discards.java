package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_BOOKMARK;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_LIKE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.select;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/// Deletes what hangs on posts that were deleted for good, and then them: some rows at a time, each time for good.
/// Who dies between two bites leaves the rest to whoever comes next. Every node may do it at any time: of each
/// post, one at a time does.
@Singleton
public final class Discards {

    private static final int BITE = 500;
    private static final int MOST_BITES = 20;
    private static final int MOST_POSTS = 100;

    private final DSLContext sql;
    private final Transactions transactions;

    Discards(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    public List<PostId> waiting() {
        return sql.select(POST.ID)
                .from(POST)
                .where(condition(POST.DISCARDED))
                .limit(MOST_POSTS)
                .fetch(POST.ID);
    }

    /// Deletes some more of it, unless somebody else is at it.
    public void carryOn(PostId post) {
        for (int bites = 0; bites < MOST_BITES; bites++) {
            if (!transactions.write(() -> isClaimed(post) && bite(post))) {
                return;
            }
        }
    }

    /// Once it is held, nothing more can be hung on it.
    private boolean isClaimed(PostId post) {
        return sql.selectOne()
                .from(POST)
                .where(POST.ID.eq(post))
                .and(POST.DISCARDED)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .isPresent();
    }

    /// Within the transaction of its caller. Of all that hangs on a post there may be very many of three kinds; the
    /// rest goes with it by its foreign keys, which count what goes.
    ///
    /// @return whether there is more to do
    boolean bite(PostId post) {
        boolean more = delete(COMMENT, COMMENT.ID, COMMENT.POST_ID, post)
                || delete(POST_LIKE, POST_LIKE.USER_ID, POST_LIKE.POST_ID, post)
                || delete(POST_BOOKMARK, POST_BOOKMARK.USER_ID, POST_BOOKMARK.POST_ID, post);
        if (!more) {
            sql.deleteFrom(POST).where(POST.ID.eq(post)).execute();
        }
        return more;
    }

    /// The latest first: so an answer goes before what it answers. As an array, so that they are found by the key,
    /// however many the planner believes there are.
    ///
    /// @return whether there may be more
    private <K> boolean delete(
            Table<Record> table, TableField<Record, K> key, TableField<Record, PostId> of, PostId post) {
        int deleted = sql.deleteFrom(table)
                .where(of.eq(post))
                .and(key.eq(any(array(select(key)
                        .from(table)
                        .where(of.eq(post))
                        .orderBy(key.desc())
                        .limit(BITE)))))
                .execute();
        return deleted == BITE;
    }
}
