package dev.beranda.adapter.persistence.factor;

import static dev.beranda.adapter.persistence.jooq.Tables.RECOVERY_CODE;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.row;

import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.factor.RecoveryDigest;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqRecoveryCodes implements RecoveryCodes {

    private final DSLContext sql;

    JooqRecoveryCodes(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public int left(UserId user) {
        return sql.fetchCount(RECOVERY_CODE, isGood(user));
    }

    @Override
    public void replace(UserId user, List<RecoveryDigest> digests) {
        sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.USER_ID.eq(user)).execute();
        if (digests.isEmpty()) {
            return;
        }
        sql.insertInto(RECOVERY_CODE, RECOVERY_CODE.USER_ID, RECOVERY_CODE.DIGEST)
                .valuesOfRows(digests.stream().map(digest -> row(user, digest)).toList())
                .execute();
    }

    @Override
    public boolean use(UserId user, RecoveryDigest digest) {
        return sql.update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, currentInstant())
                        .where(isGood(user))
                        .and(RECOVERY_CODE.DIGEST.eq(digest))
                        .execute()
                == 1;
    }

    private static Condition isGood(UserId user) {
        return RECOVERY_CODE.USER_ID.eq(user).and(RECOVERY_CODE.USED_AT.isNull());
    }
}
