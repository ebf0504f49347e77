package dev.beranda.adapter.persistence.feed;

import dev.beranda.adapter.persistence.connection.Connections;
import dev.beranda.adapter.persistence.time.DatabaseClock;
import dev.beranda.adapter.persistence.transaction.ConnectionInUse;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to PostgreSQL's notices on a connection of its own, and asks for the time on it several times a second: an
/// answer says that the line stands and that every notice before it has arrived.
@Context
final class PostgresChangeFeed implements ChangeFeed, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresChangeFeed.class);

    /// Access that was taken back must be refused everywhere within a second, so a silent line is believed no longer.
    private static final Duration BELIEVED_FOR = Duration.ofMillis(900);

    private static final Duration BETWEEN_BEATS = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Connections connections;
    private final ConnectionInUse inUse;
    private final DatabaseClock clock;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("change-feed").unstarted(this::run);
    private volatile long freshUntil = System.nanoTime();
    private volatile boolean closed;
    private int failures;

    PostgresChangeFeed(Connections connections, ConnectionInUse inUse, DatabaseClock clock) {
        this.connections = connections;
        this.inUse = inUse;
        this.clock = clock;
    }

    @PostConstruct
    public void start() {
        thread.start();
    }

    @Override
    public boolean isFresh() {
        return System.nanoTime() - freshUntil < 0;
    }

    @Override
    public synchronized void subscribe(Topic topic, Subscriber subscriber) {
        subscriptions.add(new Subscription(topic, subscriber));
        freshUntil = System.nanoTime();
    }

    @Override
    public void tell(Topic topic, String what) {
        subscriptions.forEach(subscription -> subscription.hear(topic, what));
    }

    @Override
    @PreDestroy
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(SILENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = connections.open("beranda-feed", SILENCE)) {
                inUse.lend(connection, () -> follow(connection));
            } catch (SQLException | RuntimeException failure) {
                report(failure);
            }
            freshUntil = System.nanoTime();
            pause();
        }
    }

    /// Listens first and reads then, so that nothing falls between the two.
    private boolean follow(Connection connection) throws SQLException {
        subscriptions.forEach(Subscription::missNotices);
        try (Statement listening = connection.createStatement();
                PreparedStatement time = connection.prepareStatement("SELECT clock_timestamp()")) {
            listening.execute("LISTEN beranda");
            var notices = connection.unwrap(PGConnection.class);
            while (!closed) {
                subscriptions.forEach(Subscription::readUp);
                long asked = System.nanoTime();
                clock.ask(() -> ask(time));
                hear(notices.getNotifications());
                believe(asked);
                listenUntil(asked + BETWEEN_BEATS.toNanos(), notices);
            }
        }
        return closed;
    }

    private static Instant ask(PreparedStatement time) throws SQLException {
        try (ResultSet answer = time.executeQuery()) {
            answer.next();
            return answer.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void listenUntil(long end, PGConnection notices) throws SQLException {
        for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
            hear(notices.getNotifications(Math.toIntExact(Duration.ofNanos(left).toMillis() + 1)));
        }
    }

    private void hear(PGNotification[] notices) {
        for (PGNotification notice : notices) {
            String text = notice.getParameter();
            int colon = text.indexOf(':');
            String topic = colon < 0 ? text : text.substring(0, colon);
            Topic.ofWord(topic).ifPresent(known -> tell(known, text.substring(colon + 1)));
        }
    }

    private synchronized void believe(long asked) {
        if (!subscriptions.stream().allMatch(Subscription::isUpToDate)) {
            return;
        }
        freshUntil = asked + BELIEVED_FOR.toNanos();
        if (failures > 0) {
            LOG.info("News from the database again");
        }
        failures = 0;
    }

    private void report(Exception failure) {
        if (failures == 0 && !closed) {
            LOG.warn(
                    "No news from the database; until there is, it is asked about every access: {}",
                    failure.toString());
            LOG.debug("Why there is no news", failure);
        }
        failures++;
    }

    /// Longer and longer, and not all nodes at once.
    private void pause() {
        long longest = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(failures, 10));
        if (!closed) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        }
    }
}
