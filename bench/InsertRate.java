import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/// How often a second one row is inserted and committed over a pool like the server's, by sixteen who do nothing else.
/// Arguments: JDBC address, user, password, seconds.
final class InsertRate {

    public static void main(String[] arguments) throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        config.setMaximumPoolSize(Math.max(4, 2 * Runtime.getRuntime().availableProcessors() + 2));
        config.setConnectionTimeout(10_000);
        try (var pool = new HikariDataSource(config)) {
            try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS bench_row");
                statement.execute("CREATE TABLE bench_row (id uuid PRIMARY KEY, word text NOT NULL)");
            }
            measure(pool, 3);
            System.out.println("RESULT " + measure(pool, Integer.parseInt(arguments[3])));
            try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
                statement.execute("DROP TABLE bench_row");
            }
        }
    }

    private static double measure(DataSource pool, int seconds) throws InterruptedException {
        var count = new LongAdder();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < 16; i++) {
            workers.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    insert(pool);
                    count.increment();
                }
            }));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return count.sum() * 1e9 / (System.nanoTime() - begun);
    }

    private static void insert(DataSource pool) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var row = connection.prepareStatement("INSERT INTO bench_row VALUES (?, ?)")) {
                row.setObject(1, UUID.randomUUID());
                row.setString(2, "word");
                row.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
