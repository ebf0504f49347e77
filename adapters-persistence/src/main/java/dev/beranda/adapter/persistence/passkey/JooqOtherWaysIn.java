package dev.beranda.adapter.persistence.passkey;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CREDENTIAL;
import static dev.beranda.adapter.persistence.jooq.Tables.IDENTITY;

import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.passkey.OtherWaysIn;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/// Looks whether there is a password, and not at it; or somebody who vouches for the person, and is asked here still.
@Singleton
final class JooqOtherWaysIn implements OtherWaysIn {

    private final DSLContext sql;
    private final IdentityProviders providers;

    JooqOtherWaysIn(DSLContext sql, IdentityProviders providers) {
        this.sql = sql;
        this.providers = providers;
    }

    @Override
    public boolean openTo(UserId user) {
        sql.selectOne()
                .from(APP_USER)
                .where(APP_USER.ID.eq(user))
                .forNoKeyUpdate()
                .execute();
        return sql.fetchExists(CREDENTIAL, CREDENTIAL.USER_ID.eq(user))
                || sql.fetchExists(IDENTITY, IDENTITY.USER_ID.eq(user).and(IDENTITY.PROVIDER.in(providers.all())));
    }
}
