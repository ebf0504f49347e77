package dev.beranda.counterexample.jooqtransactions.adapter.persistence.transaction;

import org.jooq.DSLContext;

record WrapsItsWork(DSLContext sql) {

    int work() {
        return sql.transactionResult(() -> 1);
    }
}
