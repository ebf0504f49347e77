import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// R03: PostgreSQL with all its processes is stopped (SIGSTOP) and goes on later, as when its machine hangs.
/// Connections stand, new ones are taken by the kernel, and nothing ever answers.
final class FreezeTheDatabase implements Scenario {

    /// Statements under way when everything stops can only be given up when the driver's own patience ends.
    private static final Duration DRIVERS_PATIENCE = Duration.ofSeconds(13);

    private final Extent extent;
    private final int rounds;
    private final int quietSeconds;
    private final int frozenSeconds;

    FreezeTheDatabase(Extent extent) {
        this.extent = extent;
        rounds = extent.of(3, 1, 1);
        quietSeconds = extent.of(15, 6, 2);
        frozenSeconds = extent.of(60, 10, 7);
    }

    @Override
    public void play(Stage stage, Verdict verdict) throws IOException, InterruptedException {
        try (var server = stage.server();
                var journal = stage.journal()) {
            server.awaitReady();
            var crowd = new Crowd(server.api(), journal);
            crowd.settle(6, 8);
            int pool = Math.max(4, 2 * Machine.cores() + 2);
            var allowed = new Outage.Allowed(pool, DRIVERS_PATIENCE);
            for (int round = 1; round <= rounds; round++) {
                new Outage("freeze " + round, server, crowd, allowed, extent)
                        .play(new Freeze(frozenSeconds), quietSeconds, verdict);
            }
            Checker.judge(verdict, new Checker(server.api(), Promises.in(journal.file())).check());
        }
    }

    private record Freeze(int seconds) implements Outage.Fault {

        @Override
        public void strike(Postmaster postmaster) throws IOException, InterruptedException {
            postmaster.freeze();
        }

        @Override
        public void heal(Postmaster postmaster) throws IOException, InterruptedException {
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } finally {
                postmaster.resume();
            }
        }
    }
}
