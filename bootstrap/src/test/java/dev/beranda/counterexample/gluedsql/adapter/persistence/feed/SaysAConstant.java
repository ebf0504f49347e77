package dev.beranda.counterexample.gluedsql.adapter.persistence.feed;

import java.sql.SQLException;
import java.sql.Statement;

final class SaysAConstant {

    private static final String CHANNEL = "change";

    boolean listen(Statement statement) throws SQLException {
        return statement.execute("listen " + CHANNEL);
    }
}
