package dev.beranda.adapter.security.password;

import dev.beranda.domain.shared.Overloaded;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Threads of their own for the slow function, and a queue before them that ends. Hashing where the requests are served
/// would starve everybody else.
final class HashingPool implements AutoCloseable {

    /// After so much rest a thread goes, and its working memory with it.
    private static final Duration REST = Duration.ofSeconds(20);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final int SPREAD = 8;

    /// How slowly the mean forgets.
    private static final int MEMORY = 8;

    private final int threads;
    private final Duration longestWait;
    private final BlockingQueue<Runnable> queue;
    private final ThreadPoolExecutor executor;
    private final AtomicLong meanNanos = new AtomicLong();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder abandoned = new LongAdder();

    HashingPool(int threads, int places, Duration longestWait) {
        this.threads = threads;
        this.longestWait = longestWait;
        this.queue = new LinkedBlockingQueue<>(places);
        this.executor = new ThreadPoolExecutor(
                threads, threads, REST.toMillis(), TimeUnit.MILLISECONDS, queue, threadFactory());
        this.executor.allowCoreThreadTimeOut(true);
    }

    /// Has the work done by one of the threads and waits for it.
    ///
    /// @throws Overloaded if it would have to wait too long
    /// @throws CancellationException if the caller is interrupted; work that was not begun is then not done
    <T> T run(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> timed(work));
        submit(task);
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw abandon(task);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    long rejected() {
        return rejected.sum();
    }

    long abandoned() {
        return abandoned.sum();
    }

    int waiting() {
        return queue.size();
    }

    /// @throws Overloaded if whoever came now would have to wait too long
    void requireRoom() {
        boolean isFull = queue.remainingCapacity() == 0;
        if (isFull || meanNanos.get() * queue.size() / threads > longestWait.toNanos()) {
            throw reject();
        }
    }

    private void submit(FutureTask<?> task) {
        requireRoom();
        try {
            executor.execute(task);
        } catch (RejectedExecutionException _) {
            throw reject();
        }
    }

    private Overloaded reject() {
        rejected.increment();
        return new Overloaded("password hashing", whenToComeAgain());
    }

    /// Those who were refused together should not come back together: all at once they would be in everybody's way
    /// again.
    private Duration whenToComeAgain() {
        long shortest = longestWait.toMillis() / 2;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(shortest, SPREAD * shortest + 1));
    }

    private CancellationException abandon(FutureTask<?> task) {
        task.cancel(false);
        if (executor.remove(task)) {
            abandoned.increment();
        }
        return new CancellationException("interrupted while a password was hashed");
    }

    private <T> T timed(Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            long took = System.nanoTime() - begun;
            meanNanos.updateAndGet(mean -> mean == 0 ? took : mean + (took - mean) / MEMORY);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(e);
        };
    }

    private static ThreadFactory threadFactory() {
        ThreadFactory threads =
                Thread.ofPlatform().name("password-hash-", 1).daemon().factory();
        return work -> threads.newThread(() -> {
            Courtesy.ours().show();
            try {
                work.run();
            } finally {
                WorkingMemory.giveBack();
            }
        });
    }

    /// Lets nobody in any more, finishes what was begun, and turns away who still waits after that.
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (Runnable left : executor.shutdownNow()) {
            ((FutureTask<?>) left).cancel(false);
        }
    }
}
