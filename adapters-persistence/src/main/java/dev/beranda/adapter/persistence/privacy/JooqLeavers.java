package dev.beranda.adapter.persistence.privacy;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.TICKET;

import dev.beranda.domain.privacy.Leavers;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

@Singleton
final class JooqLeavers implements Leavers {

    private final DSLContext sql;

    JooqLeavers(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<UserId> due(Instant now, int most) {
        return sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.LEAVES_AT.le(now))
                .orderBy(APP_USER.LEAVES_AT, APP_USER.ID)
                .limit(most)
                .fetch(APP_USER.ID);
    }

    /// Locked as for the deletion that follows, so that who opens a session meanwhile waits and then finds nobody. What
    /// lets them stay comes first, as it does for whoever uses it: so neither waits in a ring.
    @Override
    public boolean hold(UserId person, Instant now) {
        sql.select(TICKET.ID)
                .from(TICKET)
                .where(TICKET.USER_ID.eq(person))
                .orderBy(TICKET.ID)
                .forUpdate()
                .execute();
        return sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(person))
                .and(APP_USER.LEAVES_AT.le(now))
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .isPresent();
    }
}
