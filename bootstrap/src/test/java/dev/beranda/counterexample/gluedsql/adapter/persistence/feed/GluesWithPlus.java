package dev.beranda.counterexample.gluedsql.adapter.persistence.feed;

import java.sql.SQLException;
import java.sql.Statement;

final class GluesWithPlus {

    boolean listen(Statement statement, String channel) throws SQLException {
        return statement.execute("listen " + channel);
    }
}
