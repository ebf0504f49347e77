package dev.beranda.adapter.persistence.transaction;

import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionStatus;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A transaction that stays open behind the work that began it, on the same thread, until all is said.
final class Gathering {

    private final SynchronousTransactionManager<Connection> manager;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable TransactionStatus<Connection> open;

    Gathering(SynchronousTransactionManager<Connection> manager) {
        this.manager = manager;
    }

    boolean isOpen() {
        return open != null;
    }

    /// What fails here was never begun.
    <T> T begin(Supplier<T> work) {
        open = manager.getTransaction(TransactionDefinition.DEFAULT);
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void commit() {
        var ending = open;
        open = null;
        if (ending != null) {
            manager.commit(ending);
        }
    }

    /// Does nothing where all is committed.
    void rollBack() {
        var ending = open;
        open = null;
        if (ending != null) {
            afterCommit.clear();
            manager.rollback(ending);
        }
    }

    void told() {
        afterCommit.forEach(Runnable::run);
    }
}
