package dev.beranda.adapter.persistence.health;

import dev.beranda.adapter.persistence.connection.Connections;
import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.migration.History;
import dev.beranda.adapter.persistence.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Says whether the database serves this node. Asks beside the pool: a node whose connections are all busy is busy, not
/// unwell.
@Singleton
public final class DatabaseReadiness {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ChangeFeed feed;
    private final Connections connections;
    private final DatabaseClock clock;
    private volatile boolean migrated;

    DatabaseReadiness(ChangeFeed feed, Connections connections, DatabaseClock clock) {
        this.feed = feed;
        this.connections = connections;
        this.clock = clock;
    }

    /// @param reachable answers within a second
    /// @param migrated has the schema this version needs
    /// @param fresh tells of changes, so that memory may be trusted
    /// @param skew how far this machine's clock is behind the database's
    public record Readiness(boolean reachable, boolean migrated, boolean fresh, Duration skew) {

        /// A feed that is being renewed slows this node down and no more.
        public boolean isReady() {
            return reachable && migrated;
        }
    }

    public Readiness look() {
        boolean fresh = feed.isFresh();
        boolean reachable = (fresh && migrated) || ask();
        return new Readiness(reachable, migrated, fresh, clock.skew());
    }

    private boolean ask() {
        try (Connection connection = connections.open("beranda-health", PATIENCE)) {
            migrated = new History(connection).isComplete();
            return true;
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
