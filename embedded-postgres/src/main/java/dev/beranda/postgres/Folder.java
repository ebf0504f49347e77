package dev.beranda.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a server keeps everything it has, and where one process at a time may be its master.
///
/// The files beside `cluster/` belong to us, not to the account the server runs under.
final class Folder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final String PASSWORD = ".password";
    private static final SecureRandom RANDOM = new SecureRandom();

    // Closing any channel on a file drops every lock this process has on it: within one JVM we must not even open it.
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lock;

    private Folder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static Folder claim(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, PrivateFiles.FOLDER);
        }
        var root = folder.toRealPath();
        if (((int) Files.getAttribute(root, "unix:mode") & 0002) != 0) {
            throw new EmbeddedPostgresException("Everybody may write to " + root + "; data needs a folder of its own");
        }
        if (!CLAIMED.add(root)) {
            throw new EmbeddedPostgresException(root + " is in use by this very process");
        }
        try {
            return new Folder(root, lock(root));
        } catch (IOException | RuntimeException failure) {
            CLAIMED.remove(root);
            throw failure;
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(
                root.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PrivateFiles.FILE);
        try {
            if (!isOurs(channel.tryLock())) {
                throw new EmbeddedPostgresException(root + " is in use by process " + holder(channel));
            }
            channel.truncate(0)
                    .write(StandardCharsets.US_ASCII.encode(
                            "" + ProcessHandle.current().pid()));
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static boolean isOurs(@Nullable FileLock lock) {
        return lock != null;
    }

    private static String holder(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return StandardCharsets.US_ASCII.decode(text.flip()).toString();
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path passwordFile(String role) {
        return root.resolve(role + PASSWORD);
    }

    ServerLog log() throws IOException {
        return ServerLog.in(root);
    }

    /// The role's password: the one of earlier runs, or a new one that later runs will find.
    Login login(String role) throws IOException {
        var file = passwordFile(role);
        if (Files.notExists(file)) {
            PrivateFiles.write(root, role + PASSWORD, newPassword());
        }
        return new Login(role, Files.readString(file).strip());
    }

    private static String newPassword() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    OptionalInt rememberedPort() throws IOException {
        var file = root.resolve("port");
        if (Files.notExists(file)) {
            return OptionalInt.empty();
        }
        var text = Files.readString(file).strip();
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    void remember(int port) throws IOException {
        if (rememberedPort().orElse(0) != port) {
            PrivateFiles.write(root, "port", Integer.toString(port));
        }
    }

    /// What an earlier process left half done. If an initdb that survived it is still at work there, the next to come
    /// will sweep the rest.
    void sweep() throws IOException {
        for (var remnant : entries("{cluster.new-*,*.draft}")) {
            try {
                PrivateFiles.deleteTree(remnant);
            } catch (DirectoryNotEmptyException stillWrittenTo) {
                LOG.debug("Left for the next time: {}", remnant);
            }
        }
    }

    /// Deletes what is ours in the folder, and the folder if nothing else is in it.
    void delete() throws IOException {
        for (var entry : entries("{cluster,cluster.new-*,*.draft,*.password,port,server.log,server.log.1,lock}")) {
            PrivateFiles.deleteTree(entry);
        }
        try (var rest = Files.newDirectoryStream(root)) {
            if (!rest.iterator().hasNext()) {
                Files.delete(root);
            }
        }
    }

    private List<Path> entries(String glob) throws IOException {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, glob)) {
            entries.forEach(found::add);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        try {
            lock.close();
        } finally {
            CLAIMED.remove(root);
        }
    }
}
