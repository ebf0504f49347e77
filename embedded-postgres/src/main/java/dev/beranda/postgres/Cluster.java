package dev.beranda.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// PostgreSQL's data directory, made whole or not at all, and the account it belongs to.
record Cluster(Path directory, Account account) {

    private static final String DURABILITY = "durability";

    static Cluster in(Folder folder, Durability durability, Binaries binaries) throws IOException {
        folder.sweep();
        var directory = folder.cluster();
        if (Files.notExists(directory.resolve("PG_VERSION"))) {
            create(folder, durability, binaries);
        }
        requireVersion(directory, binaries);
        require(durability, directory);
        requirePassword(folder);
        return new Cluster(directory, Account.owning(directory, binaries.platform()));
    }

    /// A cluster that does not say was made by other hands: nobody knows that it may be thrown away.
    static Durability durabilityOf(Path directory) throws IOException {
        var file = directory.resolve(DURABILITY);
        boolean disposable =
                Files.exists(file) && Files.readString(file).strip().equals(Durability.DISPOSABLE.name());
        return disposable ? Durability.DISPOSABLE : Durability.DURABLE;
    }

    /// Born under another name, so that a birth that was interrupted is never taken for a cluster.
    private static void create(Folder folder, Durability durability, Binaries binaries) throws IOException {
        var account = Account.forNewCluster(binaries.platform());
        var draft = Files.createTempDirectory(folder.root(), "cluster.new-", PrivateFiles.FOLDER);
        account.receive(draft);
        initialise(folder, draft, account, durability, binaries);
        PrivateFiles.write(draft, DURABILITY, durability.name());
        account.receive(draft.resolve(DURABILITY));
        Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.settle(folder.root());
    }

    private static void initialise(Folder folder, Path draft, Account account, Durability durability, Binaries binaries)
            throws IOException {
        var superuser = folder.login(Superuser.NAME);
        var password = folder.passwordFile(superuser.user());
        // The server's account reads the password from a file that is handed to it open: no path leads it there.
        account.receive(password);
        var words = account.programme(
                binaries.initdb(),
                List.of(
                        "--pgdata=" + account.nameOf(draft),
                        "--username=" + superuser.user(),
                        "--pwfile=/dev/stdin",
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--lc-ctype=" + binaries.platform().characterType(),
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        durability == Durability.DURABLE ? "--sync-method=fsync" : "--no-sync"));
        Command.run(Command.in(draft, words).redirectInput(new File(password.toString())), folder.log());
    }

    private static void requireVersion(Path directory, Binaries binaries) throws IOException {
        var version = Files.readString(directory.resolve("PG_VERSION")).strip();
        if (!version.equals(binaries.major())) {
            throw new EmbeddedPostgresException(
                    "The data in " + directory + " was made by PostgreSQL " + version + " and the bundled one is "
                            + binaries.version() + "; dump it with the old and load it into the new");
        }
    }

    private static void require(Durability durability, Path directory) throws IOException {
        var made = durabilityOf(directory);
        if (made != durability) {
            throw new EmbeddedPostgresException(
                    directory + " was made " + made + " and cannot be opened " + durability);
        }
    }

    private static void requirePassword(Folder folder) {
        var file = folder.passwordFile(Superuser.NAME);
        if (Files.notExists(file)) {
            throw new EmbeddedPostgresException(file + " is missing, and the data beside it cannot be opened without");
        }
    }
}
