package dev.beranda.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What the server has to say. We open the file and lend it to the server, who need not be able to reach it.
final class ServerLog {

    static final long LIMIT = 8 << 20;

    private static final int EXCERPT = 64 << 10;
    private static final int LAST_LINES = 10;

    private final Path file;
    private final Path previous;

    private ServerLog(Path file, Path previous) {
        this.file = file;
        this.previous = previous;
    }

    static ServerLog in(Path root) throws IOException {
        var log = new ServerLog(root.resolve("server.log"), root.resolve("server.log.1"));
        if (Files.notExists(log.file)) {
            Files.createFile(log.file, PrivateFiles.FILE);
        }
        return log;
    }

    Path file() {
        return file;
    }

    ProcessBuilder.Redirect appended() {
        return ProcessBuilder.Redirect.appendTo(new File(file.toString()));
    }

    long length() throws IOException {
        return Files.size(file);
    }

    /// The end of what was written behind the position.
    String since(long position) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(position, channel.size() - EXCERPT);
            var text = ByteBuffer.allocate(EXCERPT);
            channel.read(text, start);
            return StandardCharsets.UTF_8.decode(text.flip()).toString();
        }
    }

    /// The line that tells best how it ended.
    String lastWords() throws IOException {
        var lines = since(0).lines().toList();
        return gist(String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }

    /// The line that tells best why a program failed.
    static String gist(String excerpt) {
        var lines = excerpt.lines().filter(line -> !line.isBlank()).toList();
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it left no word" : lines.getLast())
                .strip();
    }

    /// Keeps at most two files of the limit's size. The server appends, so it goes on at the beginning of the emptied
    /// file; what it writes between the two steps is lost. A full disk costs the older half, never the emptying.
    void bound() throws IOException {
        if (length() <= LIMIT) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            try {
                keep(channel);
            } finally {
                channel.truncate(0);
            }
        }
    }

    private void keep(FileChannel channel) throws IOException {
        Files.deleteIfExists(previous);
        Files.createFile(previous, PrivateFiles.FILE);
        try (var kept = FileChannel.open(previous, StandardOpenOption.WRITE)) {
            channel.transferTo(Math.max(0, channel.size() - LIMIT), LIMIT, kept);
        }
    }
}
