package dev.beranda.counterexample.jooqtransactions.adapter.persistence.transaction;

import org.jooq.DSLContext;

record BeginsByStatement(DSLContext sql) {

    int begin() {
        return sql.startTransaction().execute();
    }
}
