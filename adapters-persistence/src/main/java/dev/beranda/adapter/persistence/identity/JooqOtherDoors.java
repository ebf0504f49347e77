package dev.beranda.adapter.persistence.identity;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CREDENTIAL;
import static dev.beranda.adapter.persistence.jooq.Tables.PASSKEY;

import dev.beranda.domain.identity.OtherDoors;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/// Looks whether there is a password, and not at it; or a passkey. Whoever removes one of those holds the person too.
@Singleton
final class JooqOtherDoors implements OtherDoors {

    private final DSLContext sql;

    JooqOtherDoors(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean openTo(UserId user) {
        sql.selectOne()
                .from(APP_USER)
                .where(APP_USER.ID.eq(user))
                .forNoKeyUpdate()
                .execute();
        return sql.fetchExists(CREDENTIAL, CREDENTIAL.USER_ID.eq(user))
                || sql.fetchExists(PASSKEY, PASSKEY.USER_ID.eq(user));
    }
}
