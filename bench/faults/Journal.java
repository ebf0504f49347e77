import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// What was asked of the server and what it acknowledged: a line before each request, a line after each answer. The
/// checker knows nothing but this.
final class Journal implements AutoCloseable {

    private final Path file;
    private final BufferedWriter writer;
    private final AtomicLong ids = new AtomicLong();

    Journal(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file);
    }

    Path file() {
        return file;
    }

    /// @return the operation's own number
    long begin(String operation, Object subject) {
        long id = ids.incrementAndGet();
        write("begin " + id + " " + operation + " " + subject);
        return id;
    }

    void acknowledged(long id, String... told) {
        write("done " + id + (told.length == 0 ? "" : " " + String.join(" ", told)));
    }

    /// Nobody knows whether it was done.
    void unanswered(long id, Reply reply) {
        write("none " + id + " " + reply.inWords());
    }

    private synchronized void write(String line) {
        try {
            writer.write(line);
            writer.newLine();
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
