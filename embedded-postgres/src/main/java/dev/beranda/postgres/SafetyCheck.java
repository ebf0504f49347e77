package dev.beranda.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Asks the running server itself whether it keeps what it must keep: a settings file, a role or an older start may say
/// otherwise than we did.
final class SafetyCheck {

    private static final String DATA_AT_RISK = """
            SELECT name || '=' || setting FROM pg_settings
            WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting <> 'on' ORDER BY name""";

    private static final String DOORS_OPEN = """
            SELECT 'pg_hba.conf:' || line_number || ' ' || coalesce(error, auth_method) FROM pg_hba_file_rules
            WHERE error IS NOT NULL OR auth_method NOT IN ('scram-sha-256', 'reject') ORDER BY line_number""";

    private SafetyCheck() {}

    static void require(Connection connection, Durability durability) throws SQLException {
        var faults = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            collect(statement, DOORS_OPEN, faults);
            if (durability == Durability.DURABLE) {
                collect(statement, DATA_AT_RISK, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new EmbeddedPostgresException("PostgreSQL is not safe to run: " + String.join(", ", faults));
        }
    }

    private static void collect(Statement statement, String query, List<String> faults) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                faults.add(rows.getString(1));
            }
        }
    }
}
