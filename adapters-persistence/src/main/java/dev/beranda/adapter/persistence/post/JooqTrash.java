package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;

import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Trash;
import dev.beranda.domain.shared.StaleAggregate;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/// What hangs on a post goes with it by its foreign keys, which count what goes.
@Singleton
final class JooqTrash implements Trash {

    private final DSLContext sql;

    JooqTrash(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PostId> thrownAway(Instant before, int most) {
        return sql.select(POST.ID)
                .from(POST)
                .where(POST.TRASHED_AT.lt(before))
                .orderBy(POST.TRASHED_AT)
                .limit(most)
                .fetch(POST.ID);
    }

    @Override
    public void remove(Post post) {
        int removed = sql.deleteFrom(POST)
                .where(POST.ID.eq(post.id()))
                .and(POST.VERSION.eq(post.version()))
                .execute();
        if (removed == 0) {
            throw new StaleAggregate("A post");
        }
    }
}
