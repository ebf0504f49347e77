package dev.beranda.application.exchange;

import dev.beranda.domain.shared.Transactions;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// For what writes nowhere.
record NoTransactions() implements Transactions {

    @Override
    public <T> T write(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T look(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T gather(Supplier<T> work, Consumer<T> ending) {
        T result = work.get();
        ending.accept(result);
        return result;
    }
}
