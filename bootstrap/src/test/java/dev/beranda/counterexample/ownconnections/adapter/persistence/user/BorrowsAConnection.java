package dev.beranda.counterexample.ownconnections.adapter.persistence.user;

import java.sql.SQLException;
import javax.sql.DataSource;

record BorrowsAConnection(DataSource pool) {

    boolean isAlive() throws SQLException {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        }
    }
}
