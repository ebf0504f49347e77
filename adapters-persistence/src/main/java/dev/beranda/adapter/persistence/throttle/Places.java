package dev.beranda.adapter.persistence.throttle;

import dev.beranda.domain.shared.Overloaded;
import io.github.bucket4j.distributed.proxy.ExecutionStrategy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets so many at once go to the database; who waits too long for their turn is turned away.
final class Places implements ExecutionStrategy {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore free;

    Places(int places) {
        this.free = new Semaphore(places);
    }

    @Override
    public <T> T execute(Supplier<T> attempt) {
        enter();
        try {
            return attempt.get();
        } finally {
            free.release();
        }
    }

    @Override
    public <T> CompletableFuture<T> executeAsync(Supplier<CompletableFuture<T>> attempt) {
        throw new UnsupportedOperationException("attempts wait for their answer");
    }

    private void enter() {
        try {
            if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new Overloaded("The count of attempts", PATIENCE);
    }
}
