package dev.beranda.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the binaries are unpacked, once for every version and for all who run as the same user.
final class BinaryCache {

    private static final List<String> PROGRAMS = List.of("bin/postgres", "bin/initdb", "bin/pg_ctl");
    private static final String MARKER = "unpacked";

    private final Path directory;

    BinaryCache(Path directory) {
        this.directory = directory;
    }

    static BinaryCache ours(Platform platform) {
        if (Account.ourselves() == 0) {
            return new BinaryCache(Path.of("/var/cache/beranda"));
        }
        var directory = platform.isLinux() ? linuxCache() : home("Library/Caches");
        return new BinaryCache(directory
                .orElseThrow(() -> new EmbeddedPostgresException(
                        "PostgreSQL has nowhere to be unpacked: we have no home; set XDG_CACHE_HOME"))
                .resolve("beranda"));
    }

    private static Optional<Path> linuxCache() {
        return absolute(System.getenv("XDG_CACHE_HOME")).or(() -> home(".cache"));
    }

    // A user without an entry in passwd, as containers have them, has the home "?".
    private static Optional<Path> home(String folder) {
        return absolute(System.getProperty("user.home"))
                .or(() -> absolute(System.getenv("HOME")))
                .map(home -> home.resolve(folder));
    }

    private static Optional<Path> absolute(@Nullable String path) {
        return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
    }

    Binaries unpacked(Platform platform) throws IOException {
        var cache = trusted();
        var archive = Archive.of(platform);
        var root = cache.resolve(platform.archive().replace(".txz", "-" + archive.digest()));
        var present = intact(root, platform);
        return present.isPresent() ? present.get() : unpack(archive, root, platform);
    }

    /// Whoever can write here decides what we run.
    private Path trusted() throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        var cache = directory.toRealPath();
        int owner = (int) Files.getAttribute(cache, "unix:uid");
        boolean openToOthers = ((int) Files.getAttribute(cache, "unix:mode") & 0022) != 0;
        if (owner != Account.ourselves() || openToOthers) {
            throw new EmbeddedPostgresException(
                    cache + " belongs to user " + owner + (openToOthers ? " and others may write to it" : "")
                            + "; it must be ours alone to run programs from");
        }
        return cache;
    }

    private Binaries unpack(Archive archive, Path root, Platform platform) throws IOException {
        synchronized (BinaryCache.class) {
            try (var channel = FileChannel.open(
                            root.resolveSibling("lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PrivateFiles.FILE);
                    var lock = channel.lock()) {
                assert lock.isValid();
                var present = intact(root, platform);
                return present.isPresent() ? present.get() : replace(archive, root, platform);
            }
        }
    }

    private Binaries replace(Archive archive, Path root, Platform platform) throws IOException {
        var draft = root.resolveSibling(root.getFileName() + ".new");
        PrivateFiles.deleteTree(draft);
        Files.createDirectory(draft);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        archive.unpackTo(draft);
        PrivateFiles.settleTree(draft);
        mark(draft);
        PrivateFiles.deleteTree(root);
        Files.move(draft, root, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.settle(directory);
        return intact(root, platform)
                .orElseThrow(() -> new EmbeddedPostgresException(root + " did not stay as unpacked"));
    }

    /// Written last: where it is, all the rest is too.
    private static void mark(Path root) throws IOException {
        var marker = new Properties();
        for (var program : PROGRAMS) {
            marker.setProperty(program, Long.toString(Files.size(root.resolve(program))));
        }
        marker.setProperty("version", version(root.resolve("bin/postgres")));
        var text = new StringWriter();
        marker.store(text, null);
        PrivateFiles.write(root, MARKER, text.toString());
    }

    private static String version(Path postgres) throws IOException {
        var answer = Command.answer(List.of(postgres.toString(), "--version"));
        return answer.map(line -> line.replaceFirst("^postgres \\(PostgreSQL\\) ", ""))
                .orElseThrow(() -> new EmbeddedPostgresException(
                        "The bundled PostgreSQL does not run on this machine: " + postgres + " --version fails"));
    }

    private static Optional<Binaries> intact(Path root, Platform platform) throws IOException {
        var file = root.resolve(MARKER);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var marker = new Properties();
        try (InputStream content = Files.newInputStream(file)) {
            marker.load(content);
        }
        for (var program : PROGRAMS) {
            var size = marker.getProperty(program, "");
            var path = root.resolve(program);
            if (!Files.isExecutable(path) || !size.equals(Long.toString(Files.size(path)))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Binaries(root, platform, marker.getProperty("version", "")));
    }
}
