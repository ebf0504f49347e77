import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Requests that come when they come, however long the ones before take: a server that stalls is not spared.
final class Load implements AutoCloseable {

    /// @param perSecond arrivals
    /// @param pattern what they do, in turn
    record Rate(int perSecond, List<Deed> pattern) {

        long dueAt(long begun, long arrival) {
            return begun + arrival * Duration.ofSeconds(1).toNanos() / perSecond;
        }

        Deed deed(long arrival) {
            return pattern.get((int) (arrival % pattern.size()));
        }
    }

    private final Rate rate;
    private final Function<Deed, Optional<Reply>> deeds;
    private final Samples samples;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread door = Thread.ofPlatform().name("arrivals").unstarted(this::letIn);
    private volatile boolean closed;

    Load(Rate rate, Function<Deed, Optional<Reply>> deeds, Samples samples) {
        this.rate = rate;
        this.deeds = deeds;
        this.samples = samples;
    }

    Load begin() {
        door.start();
        return this;
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    private void letIn() {
        long begun = System.nanoTime();
        for (long arrival = 0; !closed; arrival++) {
            long due = rate.dueAt(begun, arrival);
            Deed deed = rate.deed(arrival);
            await(due);
            people.execute(() -> carryOut(deed, due));
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void carryOut(Deed deed, long due) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        long sent = System.nanoTime();
        try {
            deeds.apply(deed).ifPresent(reply -> samples.add(deed, due, sent, reply));
        } finally {
            underWay.decrementAndGet();
        }
    }

    /// Lets nobody in any more and waits for those who are.
    @Override
    public void close() {
        closed = true;
        try {
            door.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        people.close();
    }
}
