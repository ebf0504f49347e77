package dev.beranda.domain.shared

import java.util.function.Consumer
import java.util.function.Supplier

/// One after the other on everything it was given, and back to the beginning when one fails. Work that lost a race runs
/// again, as often as in production.
class FakeTransactions implements Transactions {

    static final ATTEMPTS = 4

    private final List<Restorable> stores
    private boolean open
    private boolean gathering
    private boolean begun
    private int looking

    FakeTransactions(Restorable... stores) {
        this.stores = stores as List
    }

    /// Whether whoever asks is in the middle of one, and so keeps a connection from others. What is gathered is one
    /// transaction from its first write on.
    boolean isHeld() {
        Thread.holdsLock(this) && (open || looking > 0 || gathering && begun)
    }

    @Override
    synchronized <T> T write(Supplier<T> work) {
        begun = true
        open ? work.get() : attempt(work, ATTEMPTS)
    }

    /// Nobody writes while somebody looks.
    @Override
    synchronized <T> T look(Supplier<T> work) {
        looking++
        try {
            return work.get()
        } finally {
            looking--
        }
    }

    @Override
    synchronized <T> T gather(Supplier<T> work, Consumer<T> ending) {
        def before = stores*.presentState()
        gathering = true
        begun = false
        try {
            def result = work.get()
            write { ending.accept(result) }
            return result
        } catch (Throwable failure) {
            before*.run()
            throw failure
        } finally {
            gathering = false
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
