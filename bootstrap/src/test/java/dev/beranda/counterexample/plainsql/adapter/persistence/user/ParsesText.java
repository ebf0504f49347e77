package dev.beranda.counterexample.plainsql.adapter.persistence.user;

import org.jooq.DSLContext;
import org.jooq.Query;

record ParsesText(DSLContext sql) {

    Query parse(String text) {
        return sql.parser().parseQuery(text);
    }
}
