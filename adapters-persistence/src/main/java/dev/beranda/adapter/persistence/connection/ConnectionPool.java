package dev.beranda.adapter.persistence.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Factory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.PGProperty;

/// The connections this node works with. Everything that could wait has an end: for a free one, for an answer, for a
/// lock, and for a transaction somebody forgot.
@Factory
final class ConnectionPool {

    private static final Duration WAIT_FOR_A_FREE_ONE = Duration.ofMillis(1500);
    private static final Duration WAIT_FOR_A_SIGN_OF_LIFE = Duration.ofSeconds(1);
    private static final Duration WAIT_FOR_AN_ANSWER = Duration.ofSeconds(4);
    private static final String LIMITS =
            "-c statement_timeout=3s -c lock_timeout=2s -c idle_in_transaction_session_timeout=10s"
                    // Compiling a statement takes longer than any of ours may.
                    + " -c jit=off";
    private static final int KEPT_OPEN = 2;

    private final HikariDataSource pool;

    ConnectionPool(DatabaseSettings settings) {
        this.pool = new HikariDataSource(configuration(settings));
    }

    /// Micronaut wraps it for those who ask for a connection in the midst of a transaction.
    @Singleton
    @Named("default")
    DataSource dataSource() {
        return pool;
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    private static HikariConfig configuration(DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("beranda");
        pool.setJdbcUrl(settings.url());
        pool.setDataSourceProperties(driver(settings));
        pool.setMaximumPoolSize(settings.maximumPoolSize());
        pool.setMinimumIdle(Math.min(KEPT_OPEN, settings.maximumPoolSize()));
        pool.setConnectionTimeout(WAIT_FOR_A_FREE_ONE.toMillis());
        pool.setValidationTimeout(WAIT_FOR_A_SIGN_OF_LIFE.toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
        pool.setMaxLifetime(Duration.ofMinutes(15).toMillis());
        // The migrations have met the database already; the first connections are opened beside the rest of the start.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static Properties driver(DatabaseSettings settings) {
        Properties driver = settings.driver("beranda", WAIT_FOR_AN_ANSWER);
        PGProperty.OPTIONS.set(driver, LIMITS);
        PGProperty.REWRITE_BATCHED_INSERTS.set(driver, true);
        return driver;
    }
}
