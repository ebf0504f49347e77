package dev.beranda.adapter.persistence.identity;

import static dev.beranda.adapter.persistence.jooq.Tables.CREDENTIAL;

import dev.beranda.domain.identity.OtherDoors;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/// Looks whether there is a password, and not at it.
@Singleton
final class JooqOtherDoors implements OtherDoors {

    private final DSLContext sql;

    JooqOtherDoors(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean openTo(UserId user) {
        return sql.fetchExists(CREDENTIAL, CREDENTIAL.USER_ID.eq(user));
    }
}
