package dev.beranda.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// A PostgreSQL of our own: its data, its log and its passwords lie in one folder, and it answers on the loopback
/// address only.
///
/// It has no shutdown hook: whoever opened it closes it, after everything that uses it. If the process is killed,
/// the server goes on alone, and the next to open the folder takes it over.
public final class EmbeddedPostgres implements AutoCloseable {

    private final Folder folder;
    private final ServerProcess server;
    private final Caretaker caretaker;
    private final int port;
    private boolean closed;

    private EmbeddedPostgres(Folder folder, ServerProcess server, int port) throws IOException {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.caretaker = new Caretaker(server, folder.log(), port);
        caretaker.begin();
    }

    /// Opens the folder with the usual settings, making a new cluster in it if there is none.
    public static EmbeddedPostgres open(Path folder, Durability durability) {
        return open(folder, Settings.of(durability));
    }

    public static EmbeddedPostgres open(Path folder, Settings settings) {
        try {
            var binaries = binaries();
            var claimed = Folder.claim(folder);
            try {
                return open(claimed, binaries, settings);
            } catch (IOException | SQLException | RuntimeException failure) {
                claimed.close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new EmbeddedPostgresException("PostgreSQL cannot be opened in " + folder, failure);
        }
    }

    private static EmbeddedPostgres open(Folder folder, Binaries binaries, Settings settings)
            throws IOException, SQLException {
        var cluster = Cluster.in(folder, settings.durability(), binaries);
        var server = new ServerProcess(folder, cluster, binaries, settings);
        int port = server.run();
        try {
            requireSafety(folder, port, settings.durability());
        } catch (IOException | SQLException | RuntimeException failure) {
            server.stop();
            throw failure;
        }
        return new EmbeddedPostgres(folder, server, port);
    }

    private static void requireSafety(Folder folder, int port, Durability durability) throws IOException, SQLException {
        try (var connection = superuser(folder, port).connect(Superuser.NAME)) {
            SafetyCheck.require(connection, durability);
        }
    }

    private static Superuser superuser(Folder folder, int port) throws IOException {
        return new Superuser("127.0.0.1", port, folder.login(Superuser.NAME));
    }

    private static Binaries binaries() throws IOException {
        var platform = Platform.current();
        return BinaryCache.ours(platform).unpacked(platform);
    }

    /// The database of that name with its two roles, whose passwords stay the same from run to run.
    public ProvisionedDatabase provision(String database) {
        try {
            var owner = folder.login(Provisioning.name(database) + "_owner");
            var runtime = folder.login(database + "_runtime");
            return new Provisioning(superuser()).database(database, owner, runtime);
        } catch (IOException | SQLException failure) {
            throw new EmbeddedPostgresException("The database " + database + " cannot be set up", failure);
        }
    }

    Superuser superuser() throws IOException {
        return superuser(folder, port);
    }

    public int port() {
        return port;
    }

    /// The server's process, for those who watch it or test what its death does.
    public long pid() {
        try {
            return server.running()
                    .orElseThrow(() -> new EmbeddedPostgresException("PostgreSQL is not running"))
                    .pid();
        } catch (IOException failure) {
            throw new EmbeddedPostgresException("PostgreSQL's process cannot be told", failure);
        }
    }

    /// Ends all sessions, writes everything down and stops the server.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        caretaker.close();
        try (folder) {
            server.stop();
        } catch (IOException failure) {
            throw new EmbeddedPostgresException("PostgreSQL cannot be stopped", failure);
        }
    }

    /// Stops the server of a disposable folder, if one was left running there, and deletes the folder.
    public static void discard(Path folder) {
        try (var claimed = Folder.claim(folder)) {
            var cluster = claimed.cluster();
            if (Files.exists(cluster)) {
                stopOrphan(claimed);
            }
            claimed.delete();
        } catch (IOException failure) {
            throw new EmbeddedPostgresException(folder + " cannot be discarded", failure);
        }
    }

    private static void stopOrphan(Folder folder) throws IOException {
        if (Cluster.durabilityOf(folder.cluster()) == Durability.DURABLE) {
            throw new EmbeddedPostgresException(folder.cluster() + " was made DURABLE and is not ours to throw away");
        }
        var binaries = binaries();
        var cluster = new Cluster(folder.cluster(), Account.owning(folder.cluster(), binaries.platform()));
        new ServerProcess(folder, cluster, binaries, Settings.of(Durability.DISPOSABLE)).stop();
    }
}
