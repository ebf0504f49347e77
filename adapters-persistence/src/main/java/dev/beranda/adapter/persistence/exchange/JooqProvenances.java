package dev.beranda.adapter.persistence.exchange;

import static dev.beranda.adapter.persistence.jooq.Tables.IMPORT_SOURCE;

import dev.beranda.domain.exchange.ForeignKey;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqProvenances implements Provenances {

    private final DSLContext sql;

    JooqProvenances(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Provenance> find(ForeignKey key) {
        return sql.select(IMPORT_SOURCE.LOCAL_ID, IMPORT_SOURCE.DIGEST, IMPORT_SOURCE.SEEN_VERSION)
                .from(IMPORT_SOURCE)
                .where(isOf(key))
                .fetchOptional(row -> new Provenance(key, row.value1(), row.value2(), row.value3()));
    }

    @Override
    public boolean claim(Provenance provenance) {
        ForeignKey key = provenance.key();
        return sql.insertInto(IMPORT_SOURCE)
                        .set(IMPORT_SOURCE.SOURCE, key.source())
                        .set(IMPORT_SOURCE.KIND, key.kind())
                        .set(IMPORT_SOURCE.NAME, key.name())
                        .set(IMPORT_SOURCE.LOCAL_ID, provenance.local())
                        .set(IMPORT_SOURCE.DIGEST, provenance.digest())
                        .set(IMPORT_SOURCE.SEEN_VERSION, provenance.seen())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void save(Provenance provenance) {
        sql.update(IMPORT_SOURCE)
                .set(IMPORT_SOURCE.LOCAL_ID, provenance.local())
                .set(IMPORT_SOURCE.DIGEST, provenance.digest())
                .set(IMPORT_SOURCE.SEEN_VERSION, provenance.seen())
                .where(isOf(provenance.key()))
                .execute();
    }

    private static Condition isOf(ForeignKey key) {
        return IMPORT_SOURCE
                .SOURCE
                .eq(key.source())
                .and(IMPORT_SOURCE.KIND.eq(key.kind()))
                .and(IMPORT_SOURCE.NAME.eq(key.name()));
    }
}
