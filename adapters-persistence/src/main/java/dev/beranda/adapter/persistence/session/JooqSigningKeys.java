package dev.beranda.adapter.persistence.session;

import static dev.beranda.adapter.persistence.jooq.Tables.SIGNING_KEY;
import static org.jooq.Records.mapping;

import dev.beranda.domain.session.SigningKey;
import dev.beranda.domain.session.SigningKeys;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

@Singleton
final class JooqSigningKeys implements SigningKeys {

    private final DSLContext sql;

    JooqSigningKeys(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<SigningKey> all() {
        return sql.select(
                        SIGNING_KEY.ID,
                        SIGNING_KEY.PUBLIC_KEY,
                        SIGNING_KEY.SEALED_PRIVATE_KEY,
                        SIGNING_KEY.SIGNS_FROM,
                        SIGNING_KEY.RETIRES_AT)
                .from(SIGNING_KEY)
                .orderBy(SIGNING_KEY.SIGNS_FROM)
                .fetch(mapping(SigningKey::new));
    }

    @Override
    public boolean add(SigningKey key) {
        int added = sql.insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.ID, key.id())
                .set(SIGNING_KEY.PUBLIC_KEY, key.publicKey())
                .set(SIGNING_KEY.SEALED_PRIVATE_KEY, key.sealedPrivateKey())
                .set(SIGNING_KEY.SIGNS_FROM, key.signsFrom())
                .set(SIGNING_KEY.RETIRES_AT, key.retiresAt())
                .onConflict(SIGNING_KEY.SIGNS_FROM)
                .doNothing()
                .execute();
        return added == 1;
    }

    @Override
    public void remove(List<SigningKey> keys) {
        sql.deleteFrom(SIGNING_KEY)
                .where(SIGNING_KEY.ID.in(keys.stream().map(SigningKey::id).toList()))
                .execute();
    }
}
