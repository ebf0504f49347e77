package dev.beranda.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The server all [TestDatabase]s of a JVM lie on. It has one pair of roles for all of them, because a copy of a
/// database keeps the owners and the rights of the original.
record TestServer(Superuser superuser, Login owner, Login runtime) {

    static final String EMPTY = "test_empty";

    private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
    static final String FOLDERS = "beranda-test-";
    private static final Duration LONGEST_BEGINNING = Duration.ofHours(1);

    private static @Nullable TestServer shared;

    static synchronized TestServer shared() {
        var server = shared == null ? start() : shared;
        shared = server;
        return server;
    }

    Provisioning provisioning() {
        return new Provisioning(superuser);
    }

    private static TestServer start() {
        var kind = System.getProperty("beranda.test.database", "embedded").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "embedded" -> embedded();
            case "containers" -> withRoles(container());
            default ->
                throw new EmbeddedPostgresException(
                        "beranda.test.database is " + kind + ", which is neither embedded nor containers");
        };
    }

    private static TestServer embedded() {
        try {
            sweep();
            var folder = Files.createTempDirectory(FOLDERS);
            var server = EmbeddedPostgres.open(folder, Durability.DISPOSABLE);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder), "test-database"));
            return withRoles(server.superuser());
        } catch (IOException failure) {
            throw new EmbeddedPostgresException("No test server can be had", failure);
        }
    }

    private static void end(EmbeddedPostgres server, Path folder) {
        server.close();
        EmbeddedPostgres.discard(folder);
    }

    /// Ends the servers that killed test runs left behind.
    static void sweep() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.newDirectoryStream(temporary, FOLDERS + "*")) {
            for (var folder : folders) {
                sweep(folder);
            }
        }
    }

    // Whoever wrote a password into a folder had claimed it before: a folder without may belong to a run that just
    // begins.
    private static void sweep(Path folder) {
        long changed = new File(folder.toString()).lastModified();
        boolean isOld = changed > 0 && changed < System.currentTimeMillis() - LONGEST_BEGINNING.toMillis();
        if (Files.notExists(folder.resolve(Superuser.NAME + ".password")) && !isOld) {
            return;
        }
        try {
            EmbeddedPostgres.discard(folder);
        } catch (EmbeddedPostgresException inUse) {
            LOG.debug("Left alone: {}", inUse.getMessage());
        }
    }

    private static Superuser container() {
        try {
            var container = new PostgreSQLContainer("postgres:18-alpine").withUsername(Superuser.NAME);
            container.start();
            var login = new Login(container.getUsername(), container.getPassword());
            return new Superuser(container.getHost(), container.getFirstMappedPort(), login);
        } catch (NoClassDefFoundError absent) {
            throw new EmbeddedPostgresException(
                    "beranda.test.database is containers, but Testcontainers is not on the class path");
        } catch (IllegalStateException noEngine) {
            throw new EmbeddedPostgresException(
                    "beranda.test.database is containers, but there is no container engine", noEngine);
        }
    }

    private static TestServer withRoles(Superuser superuser) {
        var server = new TestServer(
                superuser,
                new Login("beranda_owner", "owner of the tests"),
                new Login("beranda_runtime", "runtime of the tests"));
        try {
            server.provisioning().database(EMPTY, server.owner, server.runtime);
            return server;
        } catch (SQLException failure) {
            throw new EmbeddedPostgresException("The test server cannot be set up", failure);
        }
    }
}
