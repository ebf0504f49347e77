package dev.beranda.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/// The way into a server for those who set it up.
final class Superuser {

    static final String NAME = "postgres";

    private final String server;
    private final Login login;

    Superuser(String host, int port, Login login) {
        this.server = "jdbc:postgresql://" + host + ":" + port + "/";
        this.login = login;
    }

    Login login() {
        return login;
    }

    /// A server that asks for the password itself is not ours, whoever got hold of our port.
    String jdbcUrl(String database) {
        return server + database + "?sslmode=disable&requireAuth=scram-sha-256";
    }

    Connection connect(String database) throws SQLException {
        return connect(database, login);
    }

    Connection connect(String database, Login other) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", other.user());
        properties.setProperty("password", other.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        var connection = new Driver().connect(jdbcUrl(database), properties);
        if (connection == null) {
            throw new IllegalStateException("PostgreSQL's driver does not know its own address");
        }
        return connection;
    }
}
