package dev.beranda.postgres;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after a running server: starts it again when it was killed or gave up, and keeps its log from filling the
/// disk. Who stops it on purpose starts it again; nobody does that behind their back.
final class Caretaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final ServerProcess server;
    private final ServerLog log;
    private final int port;
    private final Backoff backoff = new Backoff();
    private ServerProcess.Condition before = ServerProcess.Condition.RUNNING;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-postgres").factory());

    Caretaker(ServerProcess server, ServerLog log, int port) {
        this.server = server;
        this.log = log;
        this.port = port;
    }

    void begin() {
        var _ = rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            boundLog();
            look();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Looking after PostgreSQL failed, trying again: {}", failure.getMessage());
        }
    }

    /// A disk that is full may keep the log as it is, and must not keep the server away.
    private void boundLog() {
        try {
            log.bound();
        } catch (IOException failure) {
            LOG.warn("PostgreSQL's log cannot be kept short, trying again: {}", failure.getMessage());
        }
    }

    private void look() throws IOException {
        var condition = server.condition();
        if (condition != before) {
            before = condition;
            tell(condition);
        }
        if (condition == ServerProcess.Condition.RUNNING) {
            backoff.quietRound();
        } else if (condition == ServerProcess.Condition.CRASHED && backoff.isTime()) {
            revive();
        }
    }

    private void tell(ServerProcess.Condition condition) throws IOException {
        switch (condition) {
            case RUNNING -> LOG.info("PostgreSQL is back");
            case STOPPED ->
                LOG.warn("PostgreSQL was stopped by somebody else; it is left so until they start it again");
            case CRASHED ->
                LOG.warn("PostgreSQL is gone without having been stopped; its log ends: {}", log.lastWords());
        }
    }

    /// On the same port only: the addresses we gave out must go on to hold.
    private void revive() throws IOException {
        LOG.info("Starting PostgreSQL again");
        try {
            if (!server.startOn(port)) {
                LOG.warn("PostgreSQL cannot start again, port {} is taken; {}", port, backoff);
            }
        } catch (EmbeddedPostgresException refusal) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("{}; {}", refusal.getMessage(), backoff);
            }
        }
    }

    /// Returns when no round is under way any more.
    @Override
    public void close() {
        rounds.shutdownNow();
        rounds.close();
    }
}
