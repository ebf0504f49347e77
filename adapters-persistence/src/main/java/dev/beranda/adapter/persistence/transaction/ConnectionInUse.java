package dev.beranda.adapter.persistence.transaction;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/// Gives jOOQ the connection that belongs to what is under way: the transaction's, or one that somebody lends, or else
/// one of the pool for a single statement.
@Singleton
public final class ConnectionInUse implements ConnectionProvider {

    private static final ScopedValue<Connection> LENT = ScopedValue.newInstance();

    private final ConnectionOperations<Connection> operations;
    private final DataSource pool;

    ConnectionInUse(ConnectionOperations<Connection> operations, DataSource pool) {
        this.operations = operations;
        this.pool = DelegatingDataSource.unwrapDataSource(pool);
    }

    /// Work for which somebody lends their own connection.
    public interface Work<T> {

        T done() throws SQLException;
    }

    /// Does everything the work asks of jOOQ over this connection.
    public <T> T lend(Connection connection, Work<T> work) throws SQLException {
        return ScopedValue.where(LENT, connection).<T, SQLException>call(work::done);
    }

    @Override
    public Connection acquire() {
        return given().orElseGet(this::borrow);
    }

    @Override
    public void release(Connection connection) {
        if (given().isPresent()) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new DataAccessException("A connection cannot be given back", failure);
        }
    }

    private Optional<Connection> given() {
        if (LENT.isBound()) {
            return Optional.of(LENT.get());
        }
        return operations.findConnectionStatus().map(ConnectionStatus::getConnection);
    }

    private Connection borrow() {
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            throw new DataAccessException("No connection is to be had", failure);
        }
    }
}
