package dev.beranda.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Runs programs with nothing of our environment but the path: it may hold secrets, and `PG…` variables that mislead.
final class Command {

    private Command() {}

    static ProcessBuilder in(Path directory, List<String> words) {
        var command = new ProcessBuilder(words).directory(new File(directory.toString()));
        var environment = command.environment();
        var path = Optional.ofNullable(environment.get("PATH")).orElse("/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return command.redirectInput(new File("/dev/null")).redirectErrorStream(true);
    }

    /// Runs to the end, saying why if that is a bad one.
    static void run(ProcessBuilder command, ServerLog log) throws IOException {
        long before = log.length();
        var process = command.redirectOutput(log.appended()).start();
        if (waitFor(process) != 0) {
            throw new EmbeddedPostgresException("PostgreSQL's " + programOf(command) + " failed: "
                    + ServerLog.gist(log.since(before)) + " (see " + log.file() + ")");
        }
    }

    /// The first line a program answers with, if it succeeds.
    static Optional<String> answer(List<String> words) throws IOException {
        var process = in(Path.of("/"), words).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return waitFor(process) == 0 ? output.lines().findFirst() : Optional.empty();
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while waiting for PostgreSQL");
        }
    }

    private static String programOf(ProcessBuilder command) {
        return command.command().stream()
                .filter(word -> word.startsWith("/") && word.contains("/bin/"))
                .findFirst()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .orElse("programs");
    }
}
