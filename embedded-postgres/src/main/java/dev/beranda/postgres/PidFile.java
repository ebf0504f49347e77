package dev.beranda.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What PostgreSQL tells of itself in `postmaster.pid`. It is PostgreSQL's to write and to remove, never ours.
record PidFile(long pid, String directory, OptionalInt port, boolean ready) {

    private static final int DIRECTORY = 1;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Optional<PidFile> in(Path cluster) throws IOException {
        try {
            return parse(Files.readAllLines(cluster.resolve("postmaster.pid")));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /// Line by line the file grows while a server starts, so all but the first may be missing.
    static Optional<PidFile> parse(List<String> lines) {
        var pid = line(lines, 0);
        if (!pid.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        var port = line(lines, PORT);
        return Optional.of(new PidFile(
                Long.parseLong(pid),
                line(lines, DIRECTORY),
                port.matches("[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(port)) : OptionalInt.empty(),
                line(lines, STATUS).equals("ready")));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }

    /// Whether that process lives and serves this very cluster: its number may have gone to another since, and the file
    /// may be a copy that came along with a copied cluster.
    boolean serves(Path cluster, Platform platform) {
        return platform.isLinux()
                ? worksIn(cluster)
                : ProcessHandle.of(pid).filter(p -> namesIt(p, cluster)).isPresent();
    }

    private boolean worksIn(Path cluster) {
        try {
            return Files.isSameFile(Path.of("/proc/" + pid + "/cwd"), cluster) && isPostgres();
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    // Once its file is gone, Linux calls the program "postgres (deleted)". A process that ends loses its program before
    // it leaves its folder, and counts until it has left.
    private boolean isPostgres() throws IOException {
        try {
            var program = Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe"));
            return String.valueOf(program.getFileName()).startsWith("postgres");
        } catch (NoSuchFileException ending) {
            return true;
        }
    }

    private boolean namesIt(ProcessHandle process, Path cluster) {
        return directory.equals(cluster.toString())
                && process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
    }
}
