package dev.beranda.domain.shared

import java.util.function.Consumer
import java.util.function.Supplier

/// One after the other on everything it was given, and back to the beginning when one fails. Work that lost a race runs
/// again, as often as in production.
class FakeTransactions implements Transactions {

    static final ATTEMPTS = 4

    private final List<Restorable> stores
    private boolean open

    FakeTransactions(Restorable... stores) {
        this.stores = stores as List
    }

    @Override
    synchronized <T> T write(Supplier<T> work) {
        open ? work.get() : attempt(work, ATTEMPTS)
    }

    /// Nobody writes while somebody looks.
    @Override
    synchronized <T> T look(Supplier<T> work) {
        work.get()
    }

    @Override
    synchronized <T> T gather(Supplier<T> work, Consumer<T> ending) {
        def before = stores*.presentState()
        try {
            def result = work.get()
            write { ending.accept(result) }
            return result
        } catch (Throwable failure) {
            before*.run()
            throw failure
        }
    }

    private <T> T attempt(Supplier<T> work, int attempts) {
        def before = stores*.presentState()
        open = true
        try {
            return work.get()
        } catch (StaleAggregate lost) {
            before*.run()
            if (attempts == 1) {
                throw lost
            }
        } catch (Throwable failure) {
            before*.run()
            throw failure
        } finally {
            open = false
        }
        attempt(work, attempts - 1)
    }
}
