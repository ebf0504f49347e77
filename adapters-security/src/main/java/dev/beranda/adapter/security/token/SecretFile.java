package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/// Where an installation that was given no secret keeps its own. Nobody but the owner may read it.
final class SecretFile {

    private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final Path directory;

    SecretFile(Path file) {
        this.file = file.toAbsolutePath();
        this.directory = this.file.resolveSibling("");
    }

    String loadOrCreate() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            return load();
        } catch (IOException e) {
            throw new UncheckedIOException("the installation secret can be neither read nor created: " + file, e);
        }
    }

    private String load() throws IOException {
        if (!OWNER_READS_AND_WRITES.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("the installation secret is open to others; chmod 600 " + file);
        }
        return Files.readString(file, US_ASCII);
    }

    private void create() throws IOException {
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(
                directory, ".secret-", "", PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES));
        try {
            write(draft);
            publish(draft);
        } finally {
            Files.delete(draft);
        }
        syncDirectory();
    }

    private static void write(Path draft) throws IOException {
        byte[] secret = new byte[InstallationSecret.SHORTEST];
        new SecureRandom().nextBytes(secret);
        String line = Base64.getEncoder().encodeToString(secret) + '\n';
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(line.getBytes(US_ASCII)));
            channel.force(true);
        }
    }

    /// A link appears whole and only where nothing is: of all who create at once one wins, and everybody reads its
    /// file.
    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // another was faster, and its secret is as good
        }
    }

    private void syncDirectory() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
