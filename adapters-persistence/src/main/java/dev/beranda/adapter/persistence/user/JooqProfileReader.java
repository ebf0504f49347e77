package dev.beranda.adapter.persistence.user;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW_COUNT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.beranda.application.user.ProfileReader;
import dev.beranda.application.user.PublicProfileView;
import dev.beranda.domain.user.Username;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqProfileReader implements ProfileReader {

    private final DSLContext sql;

    JooqProfileReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PublicProfileView> find(Username username) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.USERNAME,
                        JooqUsers.PROFILE,
                        coalesce(FOLLOW_COUNT.FOLLOWERS, inline(0L)),
                        coalesce(FOLLOW_COUNT.FOLLOWING, inline(0L)),
                        APP_USER.REGISTERED_AT,
                        APP_USER.VERSION)
                .from(APP_USER)
                .leftJoin(FOLLOW_COUNT)
                .on(FOLLOW_COUNT.USER_ID.eq(APP_USER.ID))
                .where(APP_USER.USERNAME_KEY.eq(username.key()))
                .andNot(APP_USER.DISABLED)
                .and(APP_USER.LEAVES_AT.isNull())
                .fetchOptional(mapping(PublicProfileView::new));
    }
}
