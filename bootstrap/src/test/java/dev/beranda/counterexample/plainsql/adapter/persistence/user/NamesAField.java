package dev.beranda.counterexample.plainsql.adapter.persistence.user;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

record NamesAField(DSLContext sql) {

    int count() {
        return sql.selectOne()
                .where(DSL.field(DSL.name("role")).isNotNull())
                .fetch()
                .size();
    }
}
