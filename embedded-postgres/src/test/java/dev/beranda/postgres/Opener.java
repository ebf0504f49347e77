package dev.beranda.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;

/// A process of its own that opens a folder, commits a row and then waits to be killed.
final class Opener {

    private Opener() {}

    public static void main(String[] arguments) throws Exception {
        var settings = Settings.of(Durability.valueOf(arguments[1])).with("work_mem", arguments[2]);
        var server = EmbeddedPostgres.open(Path.of(arguments[0]), settings);
        var database = server.provision("house");
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE guest AS SELECT 'Sari' AS name");
        }
        System.out.println("open " + server.pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
