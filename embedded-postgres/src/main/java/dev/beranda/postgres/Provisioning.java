package dev.beranda.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/// Makes databases and their two roles. Everything can be done again: what is there stays, what is missing comes.
final class Provisioning {

    // Names go into statements as they are.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,54}");

    // One and the same order of letters on every machine, wherever the server comes from.
    private static final String ORIGINAL =
            "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'";

    private final Superuser superuser;

    Provisioning(Superuser superuser) {
        this.superuser = superuser;
    }

    private static void role(Connection connection, Login login) throws SQLException {
        var role = name(login.user());
        if (isMissing(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, "CREATE ROLE " + role);
        }
        // A refused statement is told to whoever sent it; in the server's log its words would betray what it was about.
        execute(
                connection,
                "ALTER ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS",
                "ALTER ROLE " + role + " SET log_min_messages = 'log'");
        // The driver sends a SCRAM verifier, never the password.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role, login.password().toCharArray(), "scram-sha-256");
    }

    ProvisionedDatabase database(String database, Login owner, Login runtime) throws SQLException {
        try (var connection = superuser.connect(Superuser.NAME)) {
            roles(connection, List.of(owner, runtime));
            createIfMissing(connection, database, owner, ORIGINAL);
        }
        try (var connection = superuser.connect(database)) {
            connection.setAutoCommit(false);
            closeToOthers(connection, database, runtime.user());
            letRuntimeWork(connection, owner.user(), runtime.user());
            connection.commit();
        }
        return new ProvisionedDatabase(superuser.jdbcUrl(database), owner, runtime);
    }

    /// A copy of a provisioned database that nobody is connected to, for the same two roles.
    ProvisionedDatabase copy(String original, String database, Login owner, Login runtime) throws SQLException {
        try (var connection = superuser.connect(Superuser.NAME)) {
            createIfMissing(connection, database, owner, "TEMPLATE " + name(original));
            closeToOthers(connection, database, runtime.user());
        }
        return new ProvisionedDatabase(superuser.jdbcUrl(database), owner, runtime);
    }

    void drop(String database) throws SQLException {
        try (var connection = superuser.connect(Superuser.NAME)) {
            execute(connection, "DROP DATABASE IF EXISTS " + name(database) + " WITH (FORCE)");
        }
    }

    private static void roles(Connection connection, List<Login> logins) throws SQLException {
        connection.setAutoCommit(false);
        for (var login : logins) {
            role(connection, login);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void createIfMissing(Connection connection, String database, Login owner, String template)
            throws SQLException {
        if (isMissing(connection, "SELECT FROM pg_database WHERE datname = ?", name(database))) {
            execute(connection, "CREATE DATABASE " + database + " OWNER " + name(owner.user()) + " " + template);
        }
    }

    private static void closeToOthers(Connection connection, String database, String runtime) throws SQLException {
        execute(
                connection,
                "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + database + " TO " + runtime);
    }

    private static void letRuntimeWork(Connection connection, String owner, String runtime) throws SQLException {
        var byDefault = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " GRANT ";
        execute(
                connection,
                "ALTER SCHEMA public OWNER TO " + owner,
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE ON SCHEMA public TO " + runtime,
                byDefault + "USAGE ON SCHEMAS TO " + runtime,
                byDefault + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + runtime,
                byDefault + "USAGE, SELECT ON SEQUENCES TO " + runtime);
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String... commands) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is not a plain name");
        }
        return text;
    }
}
