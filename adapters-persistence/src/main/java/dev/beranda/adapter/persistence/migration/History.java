package dev.beranda.adapter.persistence.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// What Flyway noted down in the database, read without Flyway.
public final class History {

    private static final String NO_SUCH_TABLE = "42P01";

    private final Connection connection;

    public History(Connection connection) {
        this.connection = connection;
    }

    /// Whether everything this version needs was applied, unchanged and without a failure. What newer versions added
    /// does not matter: they see to it that we can go on.
    public boolean isComplete() throws SQLException {
        Map<String, Integer> applied = applied();
        return Script.all().stream()
                .allMatch(script -> Integer.valueOf(script.checksum()).equals(applied.get(script.version())));
    }

    private Map<String, Integer> applied() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT version, checksum, success FROM flyway_schema_history WHERE version IS NOT NULL")) {
            Map<String, Integer> applied = new HashMap<>();
            while (rows.next()) {
                if (!rows.getBoolean("success")) {
                    return Map.of();
                }
                applied.put(rows.getString("version"), rows.getInt("checksum"));
            }
            return applied;
        } catch (SQLException failure) {
            if (NO_SUCH_TABLE.equals(failure.getSQLState())) {
                return Map.of();
            }
            throw failure;
        }
    }
}
