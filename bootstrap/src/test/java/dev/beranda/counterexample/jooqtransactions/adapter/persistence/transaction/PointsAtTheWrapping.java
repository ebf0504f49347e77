package dev.beranda.counterexample.jooqtransactions.adapter.persistence.transaction;

import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.TransactionalRunnable;

final class PointsAtTheWrapping {

    Consumer<TransactionalRunnable> wrapping(DSLContext sql) {
        return sql::transaction;
    }
}
