package dev.beranda.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The platform's binaries as they lie on the class path.
final class Archive {

    private final URL resource;

    private Archive(URL resource) {
        this.resource = resource;
    }

    static Archive of(Platform platform) {
        var resource = Archive.class.getResource("/" + platform.archive());
        if (resource == null) {
            throw new EmbeddedPostgresException(
                    "The bundled PostgreSQL, " + platform.archive() + ", is not on the class path");
        }
        return new Archive(resource);
    }

    /// Differs whenever the content does. A jar knows it of its entries, so nothing is read but its index.
    String digest() throws IOException {
        long digest = resource.openConnection() instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : digestOfContent();
        return HexFormat.of().toHexDigits((int) digest);
    }

    private long digestOfContent() throws IOException {
        try (var content = new CheckedInputStream(resource.openStream(), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getChecksum().getValue();
        }
    }

    void unpackTo(Path root) throws IOException {
        try (var content =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource.openStream())))) {
            for (var entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                unpack(entry, content, root);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new EmbeddedPostgresException(
                    "The bundled PostgreSQL holds a path that leads outside: " + entry.getName());
        }
        folder(target.resolveSibling(""));
        if (entry.isDirectory()) {
            folder(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            file(target, content, (entry.getMode() & 0100) != 0);
        }
    }

    // Permissions are set, not asked for at creation, where the umask would have a say: the server's account must read.
    private static void folder(Path target) throws IOException {
        Files.createDirectories(target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void file(Path target, InputStream content, boolean executable) throws IOException {
        try (var file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(file));
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
