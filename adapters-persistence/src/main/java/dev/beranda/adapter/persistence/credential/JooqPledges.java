package dev.beranda.adapter.persistence.credential;

import static dev.beranda.adapter.persistence.jooq.Tables.PLEDGE;

import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.Pledges;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqPledges implements Pledges {

    private final DSLContext sql;

    JooqPledges(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void keep(UserId applicant, PasswordHash hash) {
        sql.insertInto(PLEDGE)
                .set(PLEDGE.APPLICANT_ID, applicant)
                .set(PLEDGE.HASH, hash)
                .execute();
    }

    @Override
    public Optional<PasswordHash> find(UserId applicant) {
        return sql.select(PLEDGE.HASH)
                .from(PLEDGE)
                .where(PLEDGE.APPLICANT_ID.eq(applicant))
                .fetchOptional(PLEDGE.HASH);
    }
}
