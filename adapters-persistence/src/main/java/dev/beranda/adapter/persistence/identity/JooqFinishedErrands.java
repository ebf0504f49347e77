package dev.beranda.adapter.persistence.identity;

import static dev.beranda.adapter.persistence.jooq.Tables.FINISHED_ERRAND;

import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.FinishedErrands;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

@Singleton
final class JooqFinishedErrands implements FinishedErrands {

    private final DSLContext sql;

    JooqFinishedErrands(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Errand errand) {
        return sql.insertInto(FINISHED_ERRAND)
                        .set(FINISHED_ERRAND.ID, errand.id())
                        .set(FINISHED_ERRAND.EXPIRES_AT, errand.expiresAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
