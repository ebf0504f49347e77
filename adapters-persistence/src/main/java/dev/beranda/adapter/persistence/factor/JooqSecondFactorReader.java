package dev.beranda.adapter.persistence.factor;

import static dev.beranda.adapter.persistence.jooq.Tables.AUTHENTICATOR;
import static dev.beranda.adapter.persistence.jooq.Tables.RECOVERY_CODE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import dev.beranda.application.factor.SecondFactorReader;
import dev.beranda.application.factor.SecondFactorView;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

@Singleton
final class JooqSecondFactorReader implements SecondFactorReader {

    private static final SecondFactorView OFF = new SecondFactorView(null, 0);

    private final DSLContext sql;

    JooqSecondFactorReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public SecondFactorView of(UserId user) {
        var left = field(selectCount()
                .from(RECOVERY_CODE)
                .where(RECOVERY_CODE.USER_ID.eq(user))
                .and(RECOVERY_CODE.USED_AT.isNull()));
        return sql.select(AUTHENTICATOR.SINCE, left)
                .from(AUTHENTICATOR)
                .where(AUTHENTICATOR.USER_ID.eq(user))
                .and(AUTHENTICATOR.CONFIRMED.isTrue())
                .fetchOptional(mapping(SecondFactorView::new))
                .orElse(OFF);
    }
}
