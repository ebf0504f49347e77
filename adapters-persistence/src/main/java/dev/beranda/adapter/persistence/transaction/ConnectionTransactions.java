package dev.beranda.adapter.persistence.transaction;

import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Transactions on one connection of the pool, which jOOQ and Micronaut Data share: read committed, with the rows'
/// version numbers deciding who was first.
@Singleton
final class ConnectionTransactions implements Transactions, CurrentTransaction {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

    /// Serialization failure and deadlock: PostgreSQL asks to be asked again. And a foreign key that leads nowhere:
    /// what was there when it was looked for has gone since.
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "23503");

    private static final ScopedValue<List<Runnable>> AFTER_COMMIT = ScopedValue.newInstance();

    private static final ScopedValue<Gathering> GATHERING = ScopedValue.newInstance();

    private static final TransactionDefinition ONE_MOMENT = oneMoment();

    private final TransactionOperations<Connection> operations;
    private final SynchronousTransactionManager<Connection> manager;

    ConnectionTransactions(
            TransactionOperations<Connection> operations, SynchronousTransactionManager<Connection> manager) {
        this.operations = operations;
        this.manager = manager;
    }

    /// Within another write it becomes part of that: the outer one begins anew if need be.
    @Override
    public <T> T write(Supplier<T> work) {
        return isOpen() ? work.get() : attempt(work);
    }

    @Override
    public <T> T gather(Supplier<T> work, Consumer<T> ending) {
        if (isOpen() || GATHERING.isBound()) {
            throw new IllegalStateException("what is gathered cannot be a part of something else");
        }
        var gathering = new Gathering(manager);
        T result = ScopedValue.where(GATHERING, gathering).call(() -> gathered(gathering, work, ending));
        gathering.told();
        return result;
    }

    private <T> T gathered(Gathering gathering, Supplier<T> work, Consumer<T> ending) {
        try {
            T result = work.get();
            write(() -> {
                ending.accept(result);
                return result;
            });
            gathering.commit();
            return result;
        } finally {
            gathering.rollBack();
        }
    }

    /// It never loses a race, so it never begins anew.
    @Override
    public <T> T look(Supplier<T> work) {
        return isOpen() ? work.get() : once(ONE_MOMENT, work);
    }

    @Override
    public boolean isOpen() {
        return AFTER_COMMIT.isBound() || GATHERING.isBound() && GATHERING.get().isOpen();
    }

    @Override
    public void afterCommit(Runnable action) {
        if (AFTER_COMMIT.isBound()) {
            AFTER_COMMIT.get().add(action);
        } else if (isOpen()) {
            GATHERING.get().afterCommit(action);
        } else {
            action.run();
        }
    }

    private <T> T attempt(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return GATHERING.isBound() ? GATHERING.get().begin(work) : once(TransactionDefinition.DEFAULT, work);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !isLostRace(failure)) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    private <T> T once(TransactionDefinition definition, Supplier<T> work) {
        List<Runnable> actions = new ArrayList<>();
        T result = ScopedValue.where(AFTER_COMMIT, actions).call(() -> operations.execute(definition, _ -> work.get()));
        actions.forEach(Runnable::run);
        return result;
    }

    private static TransactionDefinition oneMoment() {
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
    }

    private static boolean isLostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleAggregate || (cause instanceof SQLException refusal && asksToTryAgain(refusal))) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksToTryAgain(SQLException refusal) {
        String state = refusal.getSQLState();
        return state != null && TRY_AGAIN.contains(state);
    }

    /// Those who met once should not meet again.
    private static void pause(int attempt) {
        long longest = FIRST_PAUSE.toNanos() << attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }
}
