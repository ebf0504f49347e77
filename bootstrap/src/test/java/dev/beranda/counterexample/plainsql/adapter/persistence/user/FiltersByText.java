package dev.beranda.counterexample.plainsql.adapter.persistence.user;

import org.jooq.DSLContext;
import org.jooq.Table;

record FiltersByText(DSLContext sql) {

    int count(Table<?> table) {
        return sql.selectFrom(table).where("role = 'admin'").fetch().size();
    }
}
