import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/// The database, written to by several at once. What triggers would write is written by us, but for the words posts are
/// found by: those the database makes itself. Indexes are taken down while rows come in.
final class Loader {

    private static final String TABLES = "'post','post_slug','post_text','post_tag','post_revision','post_search',"
            + "'post_like','comment'";

    private final String address;
    private final String user;
    private final String password;
    private final int hands = Runtime.getRuntime().availableProcessors();

    Loader(String address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(address, user, password);
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '384MB'");
            statement.execute("set work_mem = '128MB'");
        }
        return connection;
    }

    /// One whose rows set off no trigger.
    Connection connectQuietly() throws SQLException {
        Connection connection = connect();
        run(connection, "set session_replication_role = replica");
        connection.setAutoCommit(false);
        return connection;
    }

    static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    static void copy(Connection connection, String table, String columns, Rows rows) {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin", new ByteArrayInputStream(rows.take()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot fill " + table, e);
        }
    }

    static List<String> texts(Connection connection, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /// Those that no constraint needs.
    ///
    /// @return how to make them again, the longest work first
    List<String> takeIndexesDown() throws SQLException {
        try (var connection = connect()) {
            String found = " from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid"
                    + " where c.relname in (" + TABLES + ") and c.relnamespace = 'public'::regnamespace"
                    + " and not x.indisunique and x.indislive";
            List<String> definitions = texts(
                    connection,
                    "select pg_get_indexdef(x.indexrelid)" + found
                            + " order by i.relam <> (select oid from pg_am where amname = 'btree') desc,"
                            + " c.relname = 'comment' desc, i.relname");
            for (String name : texts(connection, "select i.relname" + found)) {
                run(connection, "drop index " + name);
            }
            return definitions;
        }
    }

    void putIndexesUp(List<String> definitions) throws InterruptedException {
        all(definitions.stream()
                .<Callable<Void>>map(definition -> () -> {
                    try (var connection = connect()) {
                        run(connection, definition);
                    }
                    return null;
                })
                .toList());
    }

    void tidy() throws InterruptedException {
        all(List.of((TABLES + ",tag,category,app_user").replace("'", "").split(",")).stream()
                .<Callable<Void>>map(table -> () -> {
                    try (var connection = connect()) {
                        run(connection, "vacuum (analyze) " + table);
                    }
                    return null;
                })
                .toList());
    }

    private void all(List<Callable<Void>> works) throws InterruptedException {
        try (var workers = Executors.newFixedThreadPool(hands)) {
            for (Future<Void> work : workers.invokeAll(works)) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
