package dev.beranda.adapter.persistence.connection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// Opens connections beside the pool, for those who keep one or must not wait for one.
@Singleton
public final class Connections {

    private final DatabaseSettings settings;

    Connections(DatabaseSettings settings) {
        this.settings = settings;
    }

    /// @param silence how long an answer may take, in whole seconds, before the connection counts as dead
    public Connection open(String name, Duration silence) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.driver(name, silence));
    }
}
