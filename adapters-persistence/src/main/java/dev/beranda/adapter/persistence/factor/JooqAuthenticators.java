package dev.beranda.adapter.persistence.factor;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.AUTHENTICATOR;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;

import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqAuthenticators implements Authenticators {

    private final DSLContext sql;

    JooqAuthenticators(DSLContext sql) {
        this.sql = sql;
    }

    /// Who has no app has no row to hold, so it is the person who is held; and what is read is read after that, or it
    /// could be from before.
    @Override
    public Optional<Authenticator> hold(UserId user) {
        sql.selectOne()
                .from(APP_USER)
                .where(APP_USER.ID.eq(user))
                .forNoKeyUpdate()
                .execute();
        return sql.select(AUTHENTICATOR.USER_ID, AUTHENTICATOR.SECRET, AUTHENTICATOR.CONFIRMED, AUTHENTICATOR.SINCE)
                .from(AUTHENTICATOR)
                .where(AUTHENTICATOR.USER_ID.eq(user))
                .fetchOptional(mapping(Authenticator::new));
    }

    @Override
    public boolean begin(Authenticator begun) {
        return sql.insertInto(AUTHENTICATOR)
                        .set(AUTHENTICATOR.USER_ID, begun.user())
                        .set(AUTHENTICATOR.SECRET, begun.secret())
                        .set(AUTHENTICATOR.CONFIRMED, begun.confirmed())
                        .set(AUTHENTICATOR.SINCE, begun.since())
                        .onConflict(AUTHENTICATOR.USER_ID)
                        .doUpdate()
                        .set(AUTHENTICATOR.SECRET, excluded(AUTHENTICATOR.SECRET))
                        .set(AUTHENTICATOR.SINCE, excluded(AUTHENTICATOR.SINCE))
                        .where(AUTHENTICATOR.CONFIRMED.isFalse())
                        .execute()
                == 1;
    }

    @Override
    public boolean confirm(Authenticator begun, long step, Instant now) {
        return sql.update(AUTHENTICATOR)
                        .set(AUTHENTICATOR.CONFIRMED, true)
                        .set(AUTHENTICATOR.SINCE, now)
                        .set(AUTHENTICATOR.LAST_STEP, step)
                        .where(AUTHENTICATOR.USER_ID.eq(begun.user()))
                        .and(AUTHENTICATOR.CONFIRMED.isFalse())
                        .and(AUTHENTICATOR.SECRET.eq(begun.secret()))
                        .execute()
                == 1;
    }

    @Override
    public boolean use(UserId user, long step) {
        return sql.update(AUTHENTICATOR)
                        .set(AUTHENTICATOR.LAST_STEP, step)
                        .where(AUTHENTICATOR.USER_ID.eq(user))
                        .and(AUTHENTICATOR.CONFIRMED.isTrue())
                        .and(AUTHENTICATOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(UserId user) {
        return sql.deleteFrom(AUTHENTICATOR)
                        .where(AUTHENTICATOR.USER_ID.eq(user))
                        .and(AUTHENTICATOR.CONFIRMED.isTrue())
                        .execute()
                == 1;
    }
}
