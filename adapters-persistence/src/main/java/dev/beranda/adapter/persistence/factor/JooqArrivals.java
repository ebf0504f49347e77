package dev.beranda.adapter.persistence.factor;

import static dev.beranda.adapter.persistence.jooq.Tables.LOGIN_CHALLENGE;
import static dev.beranda.adapter.persistence.jooq.Tables.VOUCHER;

import dev.beranda.domain.session.Arrivals;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/// Who was vouched for has not come in yet either.
@Singleton
final class JooqArrivals implements Arrivals {

    private final DSLContext sql;

    JooqArrivals(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void turnAway(UserId user) {
        sql.deleteFrom(LOGIN_CHALLENGE).where(LOGIN_CHALLENGE.USER_ID.eq(user)).execute();
        sql.deleteFrom(VOUCHER).where(VOUCHER.USER_ID.eq(user)).execute();
    }
}
