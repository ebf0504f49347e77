package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;

import dev.beranda.domain.post.News;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Premieres;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqPremieres implements Premieres {

    private final DSLContext sql;

    JooqPremieres(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PostId> due(Instant now, int most) {
        return sql.select(POST.ID)
                .from(POST)
                .where(isDue(now))
                .orderBy(POST.VISIBLE_FROM)
                .limit(most)
                .fetch(POST.ID);
    }

    @Override
    public Optional<News.Untold> begin(PostId post, Instant now) {
        return sql.update(POST)
                .set(POST.ANNOUNCED, true)
                .where(POST.ID.eq(post))
                .and(isDue(now))
                .returningResult(POST.OUT_SINCE)
                .fetchOptional()
                .map(row -> JooqPosts.untold(row.value1()));
    }

    private static Condition isDue(Instant now) {
        return POST.VISIBLE_FROM.le(now).andNot(POST.ANNOUNCED);
    }
}
