package dev.beranda.application.exchange;

import dev.beranda.domain.shared.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Tries something out: it is as if it had never been, and over at once.
record Undone(Transactions transactions) {

    <T> T tried(Supplier<T> work) {
        List<T> answers = new ArrayList<>();
        try {
            return transactions.write(() -> {
                answers.add(work.get());
                throw new Over();
            });
        } catch (Over _) {
            return answers.getLast();
        }
    }

    /// Ends a transaction of which nothing is to stay.
    private static final class Over extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Over() {
            super("over", null, false, false);
        }
    }
}
