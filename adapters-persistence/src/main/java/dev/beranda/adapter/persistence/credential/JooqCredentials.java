package dev.beranda.adapter.persistence.credential;

import static dev.beranda.adapter.persistence.jooq.Tables.CREDENTIAL;
import static org.jooq.Records.mapping;

import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqCredentials implements Credentials {

    private final DSLContext sql;

    JooqCredentials(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PasswordCredential> find(UserId user) {
        return sql.select(CREDENTIAL.USER_ID, CREDENTIAL.HASH, CREDENTIAL.SET_AT, CREDENTIAL.VERSION)
                .from(CREDENTIAL)
                .where(CREDENTIAL.USER_ID.eq(user))
                .fetchOptional(mapping(PasswordCredential::new));
    }

    @Override
    public void add(PasswordCredential credential) {
        addAll(List.of(credential));
    }

    @Override
    public void addAll(List<PasswordCredential> many) {
        if (many.isEmpty()) {
            return;
        }
        var writing =
                sql.insertInto(CREDENTIAL, CREDENTIAL.USER_ID, CREDENTIAL.HASH, CREDENTIAL.SET_AT, CREDENTIAL.VERSION);
        for (PasswordCredential one : many) {
            writing = writing.values(one.user(), one.hash(), one.setAt(), one.version());
        }
        writing.execute();
    }

    /// The hash is looked at since versions begin anew with who set their first password again. The lock is the one
    /// that a save takes, so that two who confirm and then save do not wait for each other.
    @Override
    public boolean confirm(PasswordCredential credential) {
        return sql.selectOne()
                .from(CREDENTIAL)
                .where(isStill(credential))
                .and(CREDENTIAL.HASH.eq(credential.hash()))
                .forNoKeyUpdate()
                .fetchOptional()
                .isPresent();
    }

    @Override
    public boolean remove(UserId user) {
        return sql.deleteFrom(CREDENTIAL).where(CREDENTIAL.USER_ID.eq(user)).execute() > 0;
    }

    @Override
    public void save(PasswordCredential credential) {
        int saved = sql.update(CREDENTIAL)
                .set(CREDENTIAL.HASH, credential.hash())
                .set(CREDENTIAL.SET_AT, credential.setAt())
                .set(CREDENTIAL.VERSION, credential.version() + 1)
                .where(isStill(credential))
                .execute();
        if (saved == 0) {
            throw new StaleAggregate("A password");
        }
    }

    private static Condition isStill(PasswordCredential credential) {
        return CREDENTIAL.USER_ID.eq(credential.user()).and(CREDENTIAL.VERSION.eq(credential.version()));
    }
}
