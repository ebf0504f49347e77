package dev.beranda.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The server as a process of its own, which outlives us unless we stop it.
final class ServerProcess {

    // Crash recovery replays up to max_wal_size, and takes as long as the disk takes.
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final int PORTS_TO_TRY = 5;

    private enum Start {
        READY,
        PORT_TAKEN,
        SESSIONS_LINGER
    }

    /// How a server is that is to be there.
    enum Condition {
        RUNNING,
        /// Somebody asked it to end.
        STOPPED,
        /// It was killed, or gave up by itself.
        CRASHED
    }

    private final Folder folder;
    private final Cluster cluster;
    private final Binaries binaries;
    private final Settings settings;
    private final ServerLog log;

    ServerProcess(Folder folder, Cluster cluster, Binaries binaries, Settings settings) throws IOException {
        this.folder = folder;
        this.cluster = cluster;
        this.binaries = binaries;
        this.settings = settings;
        this.log = folder.log();
    }

    /// Takes over the server that a killed process of ours left behind, or starts one; answers its port.
    int run() throws IOException {
        var orphan = orphan();
        if (orphan.isPresent() && orphan.get().port().isPresent()) {
            int port = orphan.get().port().getAsInt();
            if (wasStartedAsWeWould(port)) {
                folder.remember(port);
                return port;
            }
        }
        stop();
        return start();
    }

    private Optional<PidFile> orphan() throws IOException {
        var deadline = Deadline.in(START_PATIENCE);
        for (var found = running(); found.isPresent(); found = running()) {
            if (found.get().ready()) {
                return found;
            }
            requirePatience(deadline);
        }
        return Optional.empty();
    }

    private void requirePatience(Deadline deadline) {
        if (!deadline.pause()) {
            throw new EmbeddedPostgresException("PostgreSQL is still starting or stopping after "
                    + START_PATIENCE.toMinutes() + " minutes (see " + log.file() + ")");
        }
    }

    /// Compares with the command line the server noted down itself: another version or other settings differ there.
    private boolean wasStartedAsWeWould(int port) throws IOException {
        var quoted = serverWords(port).stream().map(word -> " \"" + word + "\"").collect(Collectors.joining());
        var noted =
                Files.readString(cluster.directory().resolve("postmaster.opts")).strip();
        return noted.equals(binaries.postgres() + quoted);
    }

    private int start() throws IOException {
        int port = folder.rememberedPort().orElse(0);
        for (int attempt = 0; attempt < PORTS_TO_TRY; attempt++) {
            if (port == 0 || !Ports.isFree(port)) {
                port = Ports.anyFree();
            }
            folder.remember(port);
            if (startOn(port)) {
                return port;
            }
        }
        throw new EmbeddedPostgresException("PostgreSQL found no free port in " + PORTS_TO_TRY + " attempts");
    }

    /// False if the port is taken.
    boolean startOn(int port) throws IOException {
        var deadline = Deadline.in(START_PATIENCE);
        while (true) {
            var outcome = attempt(port, deadline);
            if (outcome != Start.SESSIONS_LINGER) {
                return outcome == Start.READY;
            }
            requirePatience(deadline);
        }
    }

    private Start attempt(int port, Deadline deadline) throws IOException {
        long before = log.length();
        var launched = launch(port);
        try {
            while (launched.isAlive() && !isReady()) {
                requirePatience(deadline);
            }
        } finally {
            // Called off: it must not come up behind the back of those who have stopped waiting.
            if (Thread.currentThread().isInterrupted()) {
                launched.destroy();
            }
        }
        return isReady() ? Start.READY : failure(log.since(before));
    }

    private Start failure(String words) {
        if (words.contains("Address already in use")) {
            return Start.PORT_TAKEN;
        }
        // A server that was killed takes a moment to die, and its sessions go on for another: PostgreSQL starts again
        // when
        // the last of them is gone.
        if (words.contains("pre-existing shared memory block")
                || words.contains("lock file \"postmaster.pid\" already exists")) {
            return Start.SESSIONS_LINGER;
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL did not start: " + ServerLog.gist(words) + " (see " + log.file() + ")");
    }

    /// In a session of its own, so that a terminal's Ctrl-C reaches us and not the server. Where there is no `setsid`,
    /// pg_ctl does it, only more slowly.
    private Process launch(int port) throws IOException {
        var words = new ArrayList<String>();
        if (binaries.platform().isLinux()) {
            words.add("setsid");
            words.addAll(cluster.account().programme(binaries.postgres(), serverWords(port)));
        } else {
            words.addAll(cluster.account().programme(binaries.pgCtl(), pgCtlWords(port)));
        }
        return Command.in(cluster.directory(), words)
                .redirectOutput(log.appended())
                .start();
    }

    private List<String> serverWords(int port) {
        var words = new ArrayList<>(List.of("-D", cluster.account().nameOf(cluster.directory())));
        for (var parameter : settings.parameters(binaries.platform(), port)) {
            words.add("-c");
            words.add(parameter);
        }
        return words;
    }

    private List<String> pgCtlWords(int port) {
        var options = settings.parameters(binaries.platform(), port).stream()
                .map(parameter -> "-c '" + parameter + "'")
                .collect(Collectors.joining(" "));
        var directory = cluster.account().nameOf(cluster.directory());
        var patience = Long.toString(START_PATIENCE.toSeconds());
        return List.of("start", "-s", "-w", "-t", patience, "-D", directory, "-o", options);
    }

    private boolean isReady() throws IOException {
        return running().filter(PidFile::ready).isPresent();
    }

    Optional<PidFile> running() throws IOException {
        return PidFile.in(cluster.directory()).filter(file -> file.serves(cluster.directory(), binaries.platform()));
    }

    /// A pid file that is left behind is a sure sign of a crash; none is no sign of the opposite, for a server that
    /// gives up (a full disk, a checkpoint that fails) takes its file along.
    Condition condition() throws IOException {
        if (running().isPresent()) {
            return Condition.RUNNING;
        }
        boolean tookLeave = PidFile.in(cluster.directory()).isEmpty() && ControlFile.saysShutDown(cluster.directory());
        return tookLeave ? Condition.STOPPED : Condition.CRASHED;
    }

    void stop() throws IOException {
        var running = running();
        if (running.isPresent()) {
            askToStop(running.get());
            awaitEnd(running.get());
        }
    }

    private void askToStop(PidFile running) throws IOException {
        var words = List.of(
                "stop", "-s", "-W", "-m", "fast", "-D", cluster.account().nameOf(cluster.directory()));
        try {
            Command.run(Command.in(cluster.directory(), cluster.account().programme(binaries.pgCtl(), words)), log);
        } catch (EmbeddedPostgresException refused) {
            // It may have gone by itself in the meantime, which is as good.
            if (running.serves(cluster.directory(), binaries.platform())) {
                throw refused;
            }
        }
    }

    private void awaitEnd(PidFile stopping) {
        var deadline = Deadline.in(STOP_PATIENCE);
        while (stopping.serves(cluster.directory(), binaries.platform())) {
            if (!deadline.pause()) {
                throw new EmbeddedPostgresException("PostgreSQL is still writing after " + STOP_PATIENCE.toSeconds()
                        + " s; it stops by itself when done (see " + log.file() + ")");
            }
        }
    }
}
