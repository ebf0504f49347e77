package dev.beranda.counterexample.gluedsql.adapter.persistence.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

final class GluesWithABuilder {

    PreparedStatement prepare(Connection connection, int columns) throws SQLException {
        var text = new StringBuilder("select 1");
        text.repeat(", 1", columns);
        return connection.prepareStatement(text.toString());
    }
}
