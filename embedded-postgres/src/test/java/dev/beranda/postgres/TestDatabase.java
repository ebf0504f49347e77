package dev.beranda.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A database for one specification, with the two roles it has in production. All of a JVM's lie on one server, which
/// starts with the first of them and ends with the JVM.
///
/// The one place that decides which PostgreSQL the tests get: the system property `beranda.test.database` says
/// `embedded`, which is the default, or `containers`.
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestServer server;
    private final String name;
    private final ProvisionedDatabase database;

    private TestDatabase(TestServer server, String name, ProvisionedDatabase database) {
        this.server = server;
        this.name = name;
        this.database = database;
    }

    /// A new and empty one.
    public static TestDatabase fresh() {
        var server = TestServer.shared();
        return copyOf(TestServer.EMPTY, server);
    }

    /// A copy of another, say of one that is migrated already. Nobody may be connected to the original meanwhile.
    public static TestDatabase fresh(TestDatabase original) {
        return copyOf(original.name, original.server);
    }

    private static TestDatabase copyOf(String original, TestServer server) {
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try {
            var database = server.provisioning().copy(original, name, server.owner(), server.runtime());
            return new TestDatabase(server, name, database);
        } catch (SQLException failure) {
            throw new EmbeddedPostgresException("No test database can be had", failure);
        }
    }

    public String name() {
        return name;
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    public Login owner() {
        return database.owner();
    }

    public Login runtime() {
        return database.runtime();
    }

    /// For what neither owner nor runtime may do, such as asking amcheck or ending other sessions.
    public Login superuser() {
        return server.superuser().login();
    }

    public Connection connect(Login login) throws SQLException {
        return server.superuser().connect(name, login);
    }

    /// Drops it, whoever is still connected.
    @Override
    public void close() {
        try {
            server.provisioning().drop(name);
        } catch (SQLException failure) {
            throw new EmbeddedPostgresException("The test database " + name + " cannot be dropped", failure);
        }
    }
}
