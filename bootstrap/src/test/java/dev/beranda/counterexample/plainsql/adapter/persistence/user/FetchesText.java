package dev.beranda.counterexample.plainsql.adapter.persistence.user;

import org.jooq.DSLContext;

record FetchesText(DSLContext sql) {

    int count() {
        return sql.fetch("select 1 from person").size();
    }
}
