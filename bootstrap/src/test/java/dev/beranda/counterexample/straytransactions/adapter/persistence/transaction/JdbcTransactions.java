package dev.beranda.counterexample.straytransactions.adapter.persistence.transaction;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;

record JdbcTransactions(TransactionOperations<Connection> transactions) {

    void commit(Connection connection) throws SQLException {
        connection.commit();
    }
}
