package dev.beranda.adapter.security.password;

import dev.beranda.domain.shared.Overloaded;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Threads of their own for the slow function, and a queue before them that ends. Hashing where the requests are served
/// would starve everybody else.
///
/// Who comes waits for their turn first and does what they have to do before the hash when it is theirs: a crowd that
/// comes at once asks the database at the pace of the threads, and not all together.
final class HashingPool implements AutoCloseable {

    /// After so much rest a thread goes, and its working memory with it.
    private static final Duration REST = Duration.ofSeconds(20);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final int SPREAD = 8;

    /// How slowly the mean forgets.
    private static final int MEMORY = 8;

    private final int threads;
    private final int turns;
    private final int places;
    private final Duration longestWait;
    private final Semaphore free;
    private final AtomicInteger queueing = new AtomicInteger();
    private final BlockingQueue<Runnable> prepared = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor executor;
    private final AtomicLong meanNanos = new AtomicLong();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder abandoned = new LongAdder();
    private volatile boolean closed;

    HashingPool(int threads, int places, Duration longestWait) {
        int ahead = Math.min(threads, places);
        this.threads = threads;
        this.turns = threads + ahead;
        this.places = places - ahead;
        this.longestWait = longestWait;
        this.free = new Semaphore(turns, true);
        this.executor = new ThreadPoolExecutor(
                threads, threads, REST.toMillis(), TimeUnit.MILLISECONDS, prepared, threadFactory());
        this.executor.allowCoreThreadTimeOut(true);
    }

    /// Has the work done by one of the threads and waits for it.
    ///
    /// @throws Overloaded if it would have to wait too long
    /// @throws CancellationException if the caller is interrupted; work that was not begun is then not done
    <T> T run(Supplier<T> work) {
        try (var turn = take()) {
            return turn.run(work);
        }
    }

    /// Waits until it is the caller's turn. There is one more for each thread, so that none is idle while somebody gets
    /// ready.
    ///
    /// @throws Overloaded if it would have to wait too long
    /// @throws CancellationException if the caller is interrupted
    Turn take() {
        requireRoom();
        try {
            if (!free.tryAcquire(0, TimeUnit.SECONDS)) {
                queue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            abandoned.increment();
            throw new CancellationException("interrupted while others' passwords were hashed");
        }
        return new Turn();
    }

    private void queue() throws InterruptedException {
        try {
            if (queueing.incrementAndGet() > places) {
                throw reject();
            }
            free.acquire();
        } finally {
            queueing.decrementAndGet();
        }
    }

    /// Good for one piece of work.
    final class Turn implements AutoCloseable {

        private final AtomicBoolean isOver = new AtomicBoolean();

        private Turn() {}

        <T> T run(Supplier<T> work) {
            try {
                return compute(work);
            } finally {
                close();
            }
        }

        @Override
        public void close() {
            if (isOver.compareAndSet(false, true)) {
                free.release();
            }
        }
    }

    private <T> T compute(Supplier<T> work) {
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
        return queueing.get() + prepared.size();
    }

    /// @throws Overloaded if whoever came now would have to wait too long
    void requireRoom() {
        boolean isFull = free.availablePermits() == 0 && queueing.get() >= places;
        if (closed || isFull || meanNanos.get() * waiting() / threads > longestWait.toNanos()) {
            throw reject();
        }
    }

    private void submit(FutureTask<?> task) {
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

    /// Lets nobody in any more, finishes what was begun and who waits, and turns away who still does after that.
    @Override
    public void close() {
        closed = true;
        try {
            if (free.tryAcquire(turns, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(turns);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (Runnable left : executor.shutdownNow()) {
            ((FutureTask<?>) left).cancel(false);
        }
    }
}
