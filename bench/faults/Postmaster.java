import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The PostgreSQL the server under test brought along, and nobody else's: its number comes from the cluster in our own
/// folder, and the process must be a PostgreSQL.
record Postmaster(Path cluster) {

    private static final int STATUS = 7;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    long pid() throws IOException {
        return process()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"))
                .pid();
    }

    boolean isAlive() throws IOException {
        return process().isPresent();
    }

    /// Runs and takes connections.
    boolean isReady() throws IOException {
        var lines = lines();
        return isAlive() && lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    }

    private Optional<ProcessHandle> process() throws IOException {
        return lines().stream()
                .findFirst()
                .map(String::strip)
                .filter(first -> first.matches("[0-9]+"))
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().command().filter(Postmaster::isPostgres).isPresent());
    }

    private static boolean isPostgres(String command) {
        return command.contains("/postgres");
    }

    private List<String> lines() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Stream<ProcessHandle> children() throws IOException {
        return process().stream().flatMap(ProcessHandle::children);
    }

    /// The processes that serve connections.
    List<Long> backends() throws IOException {
        return children()
                .filter(child -> titleOf(child).contains("127.0.0.1("))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String titleOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException goneOrNotTold) {
            return process.info().commandLine().orElse("");
        }
    }

    void kill() throws IOException, InterruptedException {
        signal("KILL", List.of(pid()));
    }

    /// What `pg_ctl stop -m fast` does: everything is written down.
    void stop() throws IOException, InterruptedException {
        signal("INT", List.of(pid()));
    }

    /// What `pg_ctl stop -m immediate` does, and PostgreSQL by itself when it cannot go on: nothing is written down.
    void stopImmediately() throws IOException, InterruptedException {
        signal("QUIT", List.of(pid()));
    }

    void killOneBackend() throws IOException, InterruptedException {
        signal("KILL", backends().stream().limit(1).toList());
    }

    /// The postmaster first, or it would have more children by then.
    void freeze() throws IOException, InterruptedException {
        signal("STOP", List.of(pid()));
        signal("STOP", children().map(ProcessHandle::pid).toList());
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT", children().map(ProcessHandle::pid).toList());
        signal("CONT", List.of(pid()));
    }

    void resumeIfFrozen() throws IOException, InterruptedException {
        if (isAlive()) {
            resume();
        }
    }

    private static void signal(String name, List<Long> pids) throws IOException, InterruptedException {
        if (pids.isEmpty()) {
            return;
        }
        var words = new ArrayList<>(List.of("kill", "-" + name));
        pids.forEach(pid -> words.add(Long.toString(pid)));
        new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /// As an operator would: with the command line it noted down itself, as the user the cluster belongs to.
    void startAgain(Path log) throws IOException {
        var noted = Files.readString(cluster.resolve("postmaster.opts")).strip();
        var words = new ArrayList<>(List.of("setsid"));
        words.addAll(asOwner());
        words.add(noted.substring(0, noted.indexOf(' ')));
        QUOTED.matcher(noted).results().forEach(quoted -> words.add(quoted.group(1)));
        new ProcessBuilder(words)
                .directory(cluster.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private List<String> asOwner() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        var user = Files.getAttribute(cluster, "unix:uid");
        var group = Files.getAttribute(cluster, "unix:gid");
        return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs");
    }

    void awaitReady(Optional<Long> otherThan) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!isReady() || process().map(ProcessHandle::pid).equals(otherThan)) {
            if (Moments.since(begun).toSeconds() > 120) {
                throw new IllegalStateException("PostgreSQL did not come back in two minutes");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    void awaitEnd() throws IOException, InterruptedException {
        while (isAlive()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
