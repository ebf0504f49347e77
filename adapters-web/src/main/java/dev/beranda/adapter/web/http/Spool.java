package dev.beranda.adapter.web.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A body that is too large for memory, in a file nobody else can open. Its name is gone before the first byte is
/// written, so that nothing of it is left whatever happens to us; who reads it looks into the file itself.
final class Spool {

    private static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> OUR_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final FileChannel file;
    private int size;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool in(Path folder) throws IOException {
        Path name = newFile(folder);
        try {
            return new Spool(FileChannel.open(name, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(name);
        }
    }

    /// A file that nobody else can open, in a folder nobody else can look into.
    static Path newFile(Path folder) throws IOException {
        return Files.createTempFile(Files.createDirectories(folder, OUR_FOLDER), "body", null, OURS);
    }

    int size() {
        return size;
    }

    void add(ByteBuf piece) throws IOException {
        ByteBuffer bytes = piece.nioBuffer();
        while (bytes.hasRemaining()) {
            size += file.write(bytes);
        }
    }

    /// All of it. What was looked into stays there until nobody looks any more.
    ByteBuf whole() throws IOException {
        try (file) {
            return Unpooled.wrappedBuffer(file.map(MapMode.READ_ONLY, 0, size));
        }
    }

    void forget() throws IOException {
        file.close();
    }
}
