import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// R02: the database crashes under load, in four ways: the postmaster is killed, or ends without having written anything
/// down (SIGQUIT, as when a disk is full), and the server has to notice and start it again; it is stopped as by
/// `pg_ctl stop -m fast` and somebody starts it again later; one of its sessions is killed, upon which PostgreSQL ends
/// all of them.
final class CrashTheDatabase implements Scenario {

    private final Extent extent;
    private final int rounds;
    private final int quietSeconds;
    private final int awaySeconds;

    CrashTheDatabase(Extent extent) {
        this.extent = extent;
        rounds = extent.of(3, 1, 1);
        quietSeconds = extent.of(15, 6, 2);
        awaySeconds = extent.of(10, 7, 3);
    }

    @Override
    public void play(Stage stage, Verdict verdict) throws IOException, InterruptedException {
        try (var server = stage.server();
                var journal = stage.journal()) {
            server.awaitReady();
            var crowd = new Crowd(server.api(), journal);
            crowd.settle(6, 8);
            for (int round = 1; round <= rounds; round++) {
                var allowed = Outage.Allowed.NONE;
                new Outage("kill " + round, server, crowd, allowed, extent)
                        .play(new Loss(Postmaster::kill), quietSeconds, verdict);
                new Outage("giving up " + round, server, crowd, allowed, extent)
                        .play(new Loss(Postmaster::stopImmediately), quietSeconds, verdict);
                new Outage("stop " + round, server, crowd, allowed, extent)
                        .play(new Stop(stage.folder().resolve("postgres.log"), awaySeconds), quietSeconds, verdict);
                new Outage("session " + round, server, crowd, allowed, extent)
                        .play(new KillASession(), quietSeconds, verdict);
            }
            Checker.judge(verdict, new Checker(server.api(), Promises.in(journal.file())).check());
        }
    }

    private interface Blow {

        void strike(Postmaster postmaster) throws IOException, InterruptedException;
    }

    /// It is gone, and the server under test has to start it again.
    private static final class Loss implements Outage.Fault {

        private final Blow blow;
        private Optional<Long> before = Optional.empty();

        Loss(Blow blow) {
            this.blow = blow;
        }

        @Override
        public void strike(Postmaster postmaster) throws IOException, InterruptedException {
            before = Optional.of(postmaster.pid());
            blow.strike(postmaster);
        }

        @Override
        public void heal(Postmaster postmaster) throws IOException, InterruptedException {
            postmaster.awaitReady(before);
        }
    }

    private record Stop(Path log, int awaySeconds) implements Outage.Fault {

        @Override
        public void strike(Postmaster postmaster) throws IOException, InterruptedException {
            postmaster.stop();
        }

        /// Who stops a database on purpose starts it again; nobody does it behind their back.
        @Override
        public void heal(Postmaster postmaster) throws IOException, InterruptedException {
            postmaster.awaitEnd();
            TimeUnit.SECONDS.sleep(awaySeconds);
            if (!postmaster.isAlive()) {
                postmaster.startAgain(log);
            }
            postmaster.awaitReady(Optional.empty());
        }
    }

    private static final class KillASession implements Outage.Fault {

        @Override
        public void strike(Postmaster postmaster) throws IOException, InterruptedException {
            postmaster.killOneBackend();
        }

        @Override
        public void heal(Postmaster postmaster) throws IOException, InterruptedException {
            postmaster.awaitReady(Optional.empty());
        }
    }
}
