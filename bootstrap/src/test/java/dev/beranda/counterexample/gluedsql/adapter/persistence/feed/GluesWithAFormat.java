package dev.beranda.counterexample.gluedsql.adapter.persistence.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

final class GluesWithAFormat {

    PreparedStatement prepare(Connection connection, String table) throws SQLException {
        return connection.prepareStatement("select 1 from %s".formatted(table));
    }
}
