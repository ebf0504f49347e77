package dev.beranda.adapter.persistence.identity;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.IDENTITY;
import static org.jooq.Records.mapping;

import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.identity.Identity;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.Subject;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqIdentities implements Identities {

    private final DSLContext sql;

    JooqIdentities(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Identity> find(Provider provider, Subject subject) {
        return fetch(IDENTITY.PROVIDER.eq(provider).and(IDENTITY.SUBJECT.eq(subject))).stream()
                .findFirst();
    }

    @Override
    public List<Identity> of(UserId user) {
        return fetch(IDENTITY.USER_ID.eq(user));
    }

    /// Who holds the person holds all their doors, those too that are not there yet.
    @Override
    public List<Identity> hold(UserId user) {
        sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(user))
                .forNoKeyUpdate()
                .fetch();
        return of(user);
    }

    @Override
    public boolean add(Identity identity) {
        return sql.insertInto(IDENTITY)
                        .set(IDENTITY.ID, identity.id())
                        .set(IDENTITY.USER_ID, identity.user())
                        .set(IDENTITY.PROVIDER, identity.provider())
                        .set(IDENTITY.SUBJECT, identity.subject())
                        .set(IDENTITY.LABEL, identity.label())
                        .set(IDENTITY.LINKED_AT, identity.linkedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void remove(Identity identity) {
        sql.deleteFrom(IDENTITY).where(IDENTITY.ID.eq(identity.id())).execute();
    }

    private List<Identity> fetch(Condition condition) {
        return sql.select(
                        IDENTITY.ID,
                        IDENTITY.USER_ID,
                        IDENTITY.PROVIDER,
                        IDENTITY.SUBJECT,
                        IDENTITY.LABEL,
                        IDENTITY.LINKED_AT)
                .from(IDENTITY)
                .where(condition)
                .orderBy(IDENTITY.LINKED_AT, IDENTITY.ID)
                .fetch(mapping(Identity::new));
    }
}
