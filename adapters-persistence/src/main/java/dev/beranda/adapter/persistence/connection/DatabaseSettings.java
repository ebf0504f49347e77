package dev.beranda.adapter.persistence.connection;

import io.micronaut.context.annotation.ConfigurationInject;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// Where the database is and as whom this node enters it: `datasources.default.url`, `.username`, `.password` and,
/// optionally, `.maximum-pool-size`. Without a text form, because of the password.
///
/// The address may carry parameters of its own; what this class sets wins over the driver's defaults, not over them.
@ConfigurationProperties("datasources.default")
final class DatabaseSettings {

    private final String url;
    private final String username;
    private final String password;
    private final int maximumPoolSize;

    @ConfigurationInject
    DatabaseSettings(String url, String username, String password, @Nullable Integer maximumPoolSize) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.maximumPoolSize = maximumPoolSize == null ? forThisMachine() : maximumPoolSize;
    }

    String url() {
        return url;
    }

    int maximumPoolSize() {
        return maximumPoolSize;
    }

    /// What every connection of this node has in common.
    ///
    /// @param name how the connection is called in `pg_stat_activity`
    /// @param silence how long an answer may take before the connection counts as dead
    Properties driver(String name, Duration silence) {
        var driver = new Properties();
        PGProperty.USER.set(driver, username);
        PGProperty.PASSWORD.set(driver, password);
        PGProperty.APPLICATION_NAME.set(driver, name);
        PGProperty.CONNECT_TIMEOUT.set(driver, 2);
        PGProperty.LOGIN_TIMEOUT.set(driver, 2);
        PGProperty.SOCKET_TIMEOUT.set(driver, Math.toIntExact(silence.toSeconds()));
        PGProperty.TCP_KEEP_ALIVE.set(driver, true);
        // Saves two round trips for each new connection.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(driver, "14");
        // The detail of a broken constraint quotes the row: whose address is taken is nothing for a log.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(driver, false);
        return driver;
    }

    /// PostgreSQL on the same cores gains nothing from more than a few at once.
    private static int forThisMachine() {
        return Math.max(4, 2 * Runtime.getRuntime().availableProcessors() + 2);
    }
}
