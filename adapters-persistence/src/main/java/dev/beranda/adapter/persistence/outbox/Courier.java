package dev.beranda.adapter.persistence.outbox;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Subscriber;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.persistence.outbox.Deliveries.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings events to those who react to them: soon after they were committed, again where that failed, later and
/// later, until it is done or given up. Nothing is lost when it dies: what it had taken becomes due again.
public final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /// When nobody calls, in case a call was missed.
    private static final Duration ROUND = Duration.ofSeconds(1);

    private static final Duration AFTER_A_FAILURE_OF_OURS = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(30);
    private static final int HANDS = 8;

    private final Deliveries deliveries;
    private final Map<String, Reaction> reactions;
    private final Patience patience;
    private final Semaphore calls = new Semaphore(1);
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread rounds;

    Courier(Deliveries deliveries, Map<String, Reaction> reactions, Patience patience, ChangeFeed feed) {
        this.deliveries = deliveries;
        this.reactions = Map.copyOf(reactions);
        this.patience = patience;
        this.rounds = Thread.ofVirtual().name("courier").unstarted(this::goRound);
        feed.subscribe(Topic.DELIVERY, new Bell());
    }

    public void begin() {
        rounds.start();
    }

    /// Finishes what is under way; all else is left for others, or for the next start.
    @Override
    public void close() {
        rounds.interrupt();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                hands.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void goRound() {
        var free = new Semaphore(HANDS);
        try {
            while (!hands.isShutdown()) {
                free.acquire();
                int taken = takeUpTo(1 + free.drainPermits(), free);
                if (taken == 0 && calls.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param most hands that are free by now; those that find nothing to do are given back
    private int takeUpTo(int most, Semaphore free) throws InterruptedException {
        List<Delivery> taken = take(most);
        free.release(most - taken.size());
        for (Delivery delivery : taken) {
            hands.execute(() -> {
                try {
                    deliver(delivery);
                } finally {
                    free.release();
                }
            });
        }
        return taken.size();
    }

    private List<Delivery> take(int most) throws InterruptedException {
        try {
            return deliveries.take(most, List.copyOf(reactions.keySet()));
        } catch (RuntimeException outage) {
            LOG.warn("What is to be delivered cannot be read: {}", nameOf(outage));
            Thread.sleep(AFTER_A_FAILURE_OF_OURS);
            return List.of();
        }
    }

    /// If even the outcome cannot be written down, the lease runs out and it is tried again.
    private void deliver(Delivery delivery) {
        try {
            reactionOf(delivery).to(delivery.event(), deliveries.eventOf(delivery));
            deliveries.done(delivery);
            ring();
        } catch (RuntimeException failure) {
            putOff(delivery, failure);
        }
    }

    private Reaction reactionOf(Delivery delivery) {
        return Optional.ofNullable(reactions.get(delivery.recipient()))
                .orElseThrow(() -> new IllegalStateException("taken for " + delivery.recipient()));
    }

    private void putOff(Delivery delivery, RuntimeException failure) {
        try {
            if (patience.isOver(delivery.attempt())) {
                deliveries.park(delivery, nameOf(failure));
                LOG.error("Event {} is given up for {}", delivery.event(), delivery.recipient(), failure);
            } else {
                deliveries.later(delivery, pause(delivery.attempt()), nameOf(failure));
                LOG.warn("Event {} has to wait for {}: {}", delivery.event(), delivery.recipient(), nameOf(failure));
            }
        } catch (RuntimeException outage) {
            LOG.warn("That event {} has to wait could not be noted: {}", delivery.event(), nameOf(outage));
        }
    }

    /// Those who failed together should not come back together.
    private Duration pause(int attempt) {
        long usual = patience.pauseAfter(attempt).toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(usual / 2, usual + 1));
    }

    /// The words of a failure may tell of what was delivered, its kind does not.
    private static String nameOf(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getClass().getSimpleName() + ": " + cause.getClass().getSimpleName();
    }

    private void ring() {
        calls.release();
    }

    private final class Bell implements Subscriber {

        @Override
        public void reread() {
            ring();
        }

        @Override
        public void hear(String what) {
            ring();
        }
    }
}
