package dev.beranda.adapter.persistence.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the database to the shape this version needs, before anything else enters it. Every node calls it at its
/// start; of several that start at once, one works and the others wait.
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String FEATURE_NOT_SUPPORTED = "0A000";

    /// Of those we have tried.
    private static final int OLDEST = 15;

    /// Whoever waits for a lock on a table makes everybody behind wait too: rather let go and come again.
    private static final String GIVE_UP_SOON = "SET lock_timeout = '3s'";

    private static final int ATTEMPTS = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SECONDS_FOR_ANOTHER_NODE = 900;

    private final String url;
    private final String owner;
    private final String password;

    /// @param owner who may change the schema; the nodes' own role may not
    public Migrations(String url, String owner, String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    /// Does what is left to do. Where that is nothing, which is nearly always, it costs one question.
    public void apply() {
        if (isNothingLeft()) {
            return;
        }
        for (int attempt = 1; !hasMigrated(attempt == ATTEMPTS); attempt++) {
            LOG.warn("The schema is in use; trying again to change it");
            LockSupport.parkNanos(PAUSE.toNanos() + ThreadLocalRandom.current().nextLong(PAUSE.toNanos()));
        }
    }

    private boolean isNothingLeft() {
        var driver = new Properties();
        PGProperty.USER.set(driver, owner);
        PGProperty.PASSWORD.set(driver, password);
        PGProperty.CONNECT_TIMEOUT.set(driver, 5);
        PGProperty.LOGIN_TIMEOUT.set(driver, 10);
        try (Connection connection = DriverManager.getConnection(url, driver)) {
            requireVersion(connection.getMetaData());
            return new History(connection).isComplete();
        } catch (SQLException failure) {
            throw new SchemaNotReady("The database cannot be asked for its schema: " + failure.getMessage(), failure);
        }
    }

    private static void requireVersion(DatabaseMetaData server) throws SQLException {
        if (server.getDatabaseMajorVersion() < OLDEST) {
            throw new SQLException(
                    "PostgreSQL " + server.getDatabaseProductVersion() + " is too old; " + OLDEST
                            + " or newer is needed",
                    FEATURE_NOT_SUPPORTED);
        }
    }

    private boolean hasMigrated(boolean isLastAttempt) {
        try {
            flyway().migrate();
            return true;
        } catch (FlywayException failure) {
            if (isLastAttempt || !isBusy(failure)) {
                throw new SchemaNotReady("The schema cannot be brought up to date: " + failure.getMessage(), failure);
            }
            return false;
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(url, owner, password)
                .initSql(GIVE_UP_SOON)
                .resourceProvider(new Scripts(Script.all()))
                .javaMigrationClassProvider(List::of)
                .lockRetryCount(SECONDS_FOR_ANOTHER_NODE)
                // So that a script without a transaction may say how long it waits.
                .mixed(true)
                // A lock that is a transaction would wait for itself when an index is built beside the traffic.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    private static boolean isBusy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && LOCK_NOT_AVAILABLE.equals(refusal.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
