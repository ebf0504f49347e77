package dev.beranda.adapter.media;

import dev.beranda.domain.shared.Overloaded;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The room for pictures that are being developed, and for those that wait for it: both take memory, so both are
/// bounded. Whoever finds no room is sent away at once, and who finds no place after a while too.
public final class Places {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int KILOBYTE = 1024;
    /// Of files that are here and not developed yet.
    private static final int MOST_KILOBYTES = 40 * KILOBYTE;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore room = new Semaphore(MOST_KILOBYTES);

    /// For what needs little memory.
    <T> T take(byte[] file, Supplier<T> work) {
        return take(file, 1, work);
    }

    /// For what needs much: nothing else is developed meanwhile.
    <T> T takeAll(byte[] file, Supplier<T> work) {
        return take(file, AT_ONCE, work);
    }

    private <T> T take(byte[] file, int wanted, Supplier<T> work) {
        int kilobytes = Math.min(MOST_KILOBYTES, file.length / KILOBYTE + 1);
        if (!room.tryAcquire(kilobytes)) {
            throw tooMuch();
        }
        try {
            return waitAndTake(wanted, work);
        } finally {
            room.release(kilobytes);
        }
    }

    private <T> T waitAndTake(int wanted, Supplier<T> work) {
        try {
            if (!places.tryAcquire(wanted, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMuch();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw tooMuch();
        }
        try {
            return work.get();
        } finally {
            places.release(wanted);
        }
    }

    private static Overloaded tooMuch() {
        return new Overloaded("the darkroom", PATIENCE);
    }
}
