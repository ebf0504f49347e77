import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/// The packaged server as a child process, with its data in a folder of its own and its own PostgreSQL.
final class Server implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms40m",
            "-Xmx360m",
            "-XX:MaxDirectMemorySize=128m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TrimNativeHeapInterval=10000",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path home;
    private final Path folder;
    private final int port;
    private final Api api;
    private Process process;

    Server(Path home, Path folder, int port) throws IOException {
        this.home = home;
        this.folder = folder;
        this.port = port;
        this.api = new Api(URI.create("http://127.0.0.1:" + port));
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::leaveNothingBehind, "goodbye"));
    }

    /// For those who lose patience and press Ctrl-C in the middle of a fault.
    private void leaveNothingBehind() {
        try {
            postmaster().resumeIfFrozen();
        } catch (IOException | InterruptedException failure) {
            System.err.println("faults: PostgreSQL may still be frozen: " + failure.getMessage());
        }
        process.destroy();
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log());
        builder.environment().keySet().removeIf(name -> name.startsWith("BERANDA_"));
        builder.environment().put("BERANDA_HTTP_PORT", Integer.toString(port));
        builder.environment().put("BERANDA_DATA_DIR", data().toString());
        // All clients have one address here, and limits would hide what we look for.
        builder.environment().put("BERANDA_RATE_LIMITS", "off");
        builder.environment().put("BERANDA_ADMIN_EMAIL", Guest.ADMINISTRATOR.email());
        builder.environment().put("BERANDA_ADMIN_PASSWORD", Guest.ADMINISTRATOR.password());
        // All clients have one address here; as a proxy's, it may hold as many connections as all the world.
        builder.environment().put("BERANDA_TRUSTED_PROXIES", "127.0.0.1");
        return builder.start();
    }

    private List<String> command() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(JAVA_OPTIONS);
        var cache = home.resolve("beranda.aot");
        if (Files.exists(cache)) {
            words.addAll(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=auto"));
        }
        words.addAll(List.of("-cp", home.resolve("beranda.jar").toString(), "dev.beranda.bootstrap.Beranda"));
        return words;
    }

    private ProcessBuilder.Redirect log() {
        File file = folder.resolve("server.log").toFile();
        return ProcessBuilder.Redirect.appendTo(file);
    }

    private Path data() {
        return folder.resolve("data");
    }

    Api api() {
        return api;
    }

    Postmaster postmaster() {
        return new Postmaster(data().resolve("postgres").resolve("cluster"));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until the server says it is ready, and answers how long that took.
    Duration awaitReady() throws InterruptedException {
        long begun = System.nanoTime();
        while (!api.readiness().is(200)) {
            if (!process.isAlive() || Moments.since(begun).compareTo(START_PATIENCE) > 0) {
                throw new IllegalStateException("the server did not start: " + lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Moments.since(begun);
    }

    private String lastWords() {
        try {
            return Files.readAllLines(folder.resolve("server.log")).getLast();
        } catch (IOException | NoSuchElementException silent) {
            return "it said nothing";
        }
    }

    /// As `kill -9` does it: nothing is said, nothing is finished.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
    }

    /// Ends the server in peace, and its PostgreSQL with it; if it has died, one more start takes the PostgreSQL over.
    @Override
    public void close() {
        try {
            postmaster().resumeIfFrozen();
            if (!process.isAlive() && postmaster().isAlive()) {
                startAgain();
                awaitReady();
            }
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException | IllegalStateException failure) {
            System.err.println("faults: the server could not be ended in peace: " + failure.getMessage());
        } finally {
            process.destroyForcibly();
            api.close();
        }
    }
}
