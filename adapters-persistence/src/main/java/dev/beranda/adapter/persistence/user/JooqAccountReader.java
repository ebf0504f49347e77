package dev.beranda.adapter.persistence.user;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static org.jooq.Records.mapping;

import dev.beranda.application.user.AccountReader;
import dev.beranda.application.user.AccountView;
import dev.beranda.domain.user.Profile;
import dev.beranda.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

/// Looks the row up. [CachedAccountReader] is who everybody else gets.
@Singleton
@Bean(typed = JooqAccountReader.class)
final class JooqAccountReader implements AccountReader {

    private final DSLContext sql;

    JooqAccountReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<AccountView> find(UserId user) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.USERNAME,
                        APP_USER.EMAIL,
                        APP_USER.EMAIL_VERIFIED,
                        APP_USER.DISPLAY_NAME,
                        APP_USER.BIO,
                        APP_USER.WEBSITE,
                        APP_USER.LOCATION,
                        APP_USER.LANGUAGE,
                        APP_USER.TIME_ZONE,
                        APP_USER.SIGN_IN_ALERTS,
                        APP_USER.AVATAR,
                        APP_USER.ROLE,
                        APP_USER.REGISTERED_AT,
                        APP_USER.VERSION)
                .from(APP_USER)
                .where(APP_USER.ID.eq(user))
                .fetchOptional(mapping(
                        (id,
                                username,
                                email,
                                verified,
                                name,
                                bio,
                                site,
                                place,
                                language,
                                zone,
                                alerts,
                                avatar,
                                role,
                                since,
                                version) -> new AccountView(
                                id,
                                username,
                                email,
                                verified,
                                new Profile(name, bio, site, place, language, zone, alerts, avatar),
                                role,
                                since,
                                version)));
    }

    /// Nothing is kept here.
    @Override
    public Optional<AccountView> recall(UserId user) {
        return Optional.empty();
    }
}
