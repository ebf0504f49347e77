package dev.beranda.adapter.persistence.passkey;

import static dev.beranda.adapter.persistence.jooq.Tables.PASSKEY;
import static org.jooq.Records.mapping;

import dev.beranda.application.passkey.PasskeyReader;
import dev.beranda.application.passkey.PasskeyView;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

@Singleton
final class JooqPasskeyReader implements PasskeyReader {

    private final DSLContext sql;

    JooqPasskeyReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PasskeyView> of(UserId user) {
        return sql.select(PASSKEY.ID, PASSKEY.NAME, PASSKEY.BACKED_UP, PASSKEY.ADDED_AT, PASSKEY.USED_AT)
                .from(PASSKEY)
                .where(PASSKEY.USER_ID.eq(user))
                .orderBy(PASSKEY.ADDED_AT, PASSKEY.ID)
                .fetch(mapping(PasskeyView::new));
    }
}
