package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SLUG;

import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Trash;
import dev.beranda.domain.shared.StaleAggregate;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/// From the moment it is removed nobody finds a post, and its addresses are free; what hangs on it goes by and by.
@Singleton
final class JooqTrash implements Trash {

    private final DSLContext sql;
    private final Discards discards;

    JooqTrash(DSLContext sql, Discards discards) {
        this.sql = sql;
        this.discards = discards;
    }

    @Override
    public List<PostId> thrownAway(Instant before, int most) {
        return sql.select(POST.ID)
                .from(POST)
                .where(POST.TRASHED_AT.lt(before))
                .andNot(POST.DISCARDED)
                .orderBy(POST.TRASHED_AT)
                .limit(most)
                .fetch(POST.ID);
    }

    /// Of what hangs on it the first few hundred go at once, and if that is all, the post itself.
    @Override
    public void remove(Post post) {
        int removed = sql.update(POST)
                .set(POST.DISCARDED, true)
                .set(POST.VERSION, post.version() + 1)
                .where(POST.ID.eq(post.id()))
                .and(POST.VERSION.eq(post.version()))
                .andNot(POST.DISCARDED)
                .execute();
        if (removed == 0) {
            throw new StaleAggregate("A post");
        }
        sql.deleteFrom(POST_SLUG).where(POST_SLUG.POST_ID.eq(post.id())).execute();
        discards.bite(post.id());
    }
}
