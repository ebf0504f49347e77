package dev.beranda.adapter.persistence.readership;

import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW;

import dev.beranda.domain.readership.Follows;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;

@Singleton
final class JooqFollows implements Follows {

    private final DSLContext sql;

    JooqFollows(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(UserId follower, UserId followed, Instant now) {
        return sql.insertInto(FOLLOW)
                        .set(FOLLOW.FOLLOWER_ID, follower)
                        .set(FOLLOW.FOLLOWED_ID, followed)
                        .set(FOLLOW.FOLLOWED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(UserId follower, UserId followed) {
        return sql.deleteFrom(FOLLOW)
                        .where(FOLLOW.FOLLOWER_ID.eq(follower))
                        .and(FOLLOW.FOLLOWED_ID.eq(followed))
                        .execute()
                == 1;
    }
}
