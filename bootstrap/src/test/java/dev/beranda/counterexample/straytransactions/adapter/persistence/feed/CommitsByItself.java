package dev.beranda.counterexample.straytransactions.adapter.persistence.feed;

import java.sql.Connection;
import java.sql.SQLException;

final class CommitsByItself {

    void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.commit();
    }
}
