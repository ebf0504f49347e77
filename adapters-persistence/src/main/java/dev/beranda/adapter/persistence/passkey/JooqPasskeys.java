package dev.beranda.adapter.persistence.passkey;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.PASSKEY;
import static org.jooq.Records.mapping;

import dev.beranda.domain.passkey.CredentialId;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyId;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.passkey.Usage;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqPasskeys implements Passkeys {

    private final DSLContext sql;

    JooqPasskeys(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Passkey> find(CredentialId credential) {
        return those(PASSKEY.CREDENTIAL_ID.eq(credential)).stream().findFirst();
    }

    @Override
    public List<Passkey> of(UserId user) {
        return those(PASSKEY.USER_ID.eq(user));
    }

    @Override
    public boolean add(Passkey passkey) {
        sql.selectOne()
                .from(APP_USER)
                .where(APP_USER.ID.eq(passkey.user()))
                .forNoKeyUpdate()
                .execute();
        return sql.insertInto(PASSKEY)
                        .set(PASSKEY.ID, passkey.id())
                        .set(PASSKEY.USER_ID, passkey.user())
                        .set(PASSKEY.CREDENTIAL_ID, passkey.credential())
                        .set(PASSKEY.PUBLIC_KEY, passkey.publicKey())
                        .set(PASSKEY.COUNTER, passkey.counter())
                        .set(PASSKEY.BACKED_UP, passkey.backedUp())
                        .set(PASSKEY.NAME, passkey.name())
                        .set(PASSKEY.ADDED_AT, passkey.addedAt())
                        .set(PASSKEY.USED_AT, passkey.usedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public boolean use(Passkey passkey, Usage usage, Instant now) {
        Condition isNewer = usage.counter() == 0 ? PASSKEY.COUNTER.eq(0L) : PASSKEY.COUNTER.lt(usage.counter());
        return sql.update(PASSKEY)
                        .set(PASSKEY.COUNTER, usage.counter())
                        .set(PASSKEY.BACKED_UP, usage.backedUp())
                        .set(PASSKEY.USED_AT, now)
                        .where(PASSKEY.ID.eq(passkey.id()))
                        .and(isNewer)
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(PasskeyId id, UserId owner) {
        return sql.deleteFrom(PASSKEY)
                        .where(PASSKEY.ID.eq(id).and(PASSKEY.USER_ID.eq(owner)))
                        .execute()
                == 1;
    }

    private List<Passkey> those(Condition condition) {
        return sql.select(
                        PASSKEY.ID,
                        PASSKEY.USER_ID,
                        PASSKEY.CREDENTIAL_ID,
                        PASSKEY.PUBLIC_KEY,
                        PASSKEY.COUNTER,
                        PASSKEY.BACKED_UP,
                        PASSKEY.NAME,
                        PASSKEY.ADDED_AT,
                        PASSKEY.USED_AT)
                .from(PASSKEY)
                .where(condition)
                .orderBy(PASSKEY.ADDED_AT, PASSKEY.ID)
                .fetch(mapping(Passkey::new));
    }
}
