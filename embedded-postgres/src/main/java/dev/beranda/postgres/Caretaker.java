package dev.beranda.postgres;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after a running server: starts it again when it was killed, and keeps its log from filling the disk.
final class Caretaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final ServerProcess server;
    private final ServerLog log;
    private final int port;
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
            log.bound();
            if (server.hasCrashed()) {
                revive();
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Looking after PostgreSQL failed, trying again: {}", failure.getMessage());
        }
    }

    /// On the same port only: the addresses we gave out must go on to hold.
    private void revive() throws IOException {
        LOG.warn("PostgreSQL is gone without having been stopped; starting it again");
        if (server.startOn(port)) {
            LOG.info("PostgreSQL is back");
        } else {
            LOG.warn("PostgreSQL cannot start again: port {} is taken", port);
        }
    }

    /// Returns when no round is under way any more.
    @Override
    public void close() {
        rounds.shutdownNow();
        rounds.close();
    }
}
