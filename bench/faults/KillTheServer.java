import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// R01: `kill -9` of the server at random moments while people write; every fourth time (the last, if short) of its
/// PostgreSQL too, as when the power fails. It is started again each time and everything acknowledged must be there.
final class KillTheServer implements Scenario {

    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final int ENDED_TO_CHECK = 10;
    private static final Load.Rate RATE = new Load.Rate(
            12,
            List.of(
                    Deed.REFRESH,
                    Deed.LOG_IN,
                    Deed.REFRESH,
                    Deed.REGISTER,
                    Deed.REFRESH,
                    Deed.LOG_OUT,
                    Deed.REFRESH,
                    Deed.READ,
                    Deed.REGISTER,
                    Deed.REFRESH,
                    Deed.LOG_IN,
                    Deed.REFRESH));

    private final int kills;
    private final int together;
    private final int latestMillis;
    private final List<Duration> starts = new ArrayList<>();
    private final List<String> risen = new ArrayList<>();
    private int endedChecked;

    KillTheServer(Extent extent) {
        kills = extent.of(20, 3, 2);
        together = extent.of(4, 3, 2);
        latestMillis = extent.of(6000, 6000, 2500);
    }

    @Override
    public void play(Stage stage, Verdict verdict) throws IOException, InterruptedException {
        try (var server = stage.server();
                var journal = stage.journal()) {
            verdict.note("first start " + Moments.inWords(server.awaitReady()));
            var crowd = new Crowd(server.api(), journal);
            crowd.settle(4, 5);
            crowd.act(Deed.LOG_OUT);
            var samples = new Samples();
            try (var _ = new Load(RATE, crowd::act, samples).begin()) {
                for (int kill = 1; kill <= kills; kill++) {
                    killOnce(server, journal, kill % together == 0);
                }
                TimeUnit.SECONDS.sleep(2);
            }
            judge(verdict, samples);
            Checker.judge(verdict, new Checker(server.api(), Promises.in(journal.file())).check());
        }
    }

    private void killOnce(Server server, Journal journal, boolean alsoPostgres)
            throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1000, latestMillis));
        server.kill();
        if (alsoPostgres) {
            server.postmaster().kill();
        }
        server.startAgain();
        starts.add(server.awaitReady());
        var promises = Promises.in(journal.file());
        risen.addAll(new Checker(server.api(), promises).checkEnded(ENDED_TO_CHECK));
        endedChecked += Math.min(ENDED_TO_CHECK, promises.ended().size());
        System.out.println("  kill " + starts.size() + (alsoPostgres ? " with PostgreSQL" : "") + ": ready again in "
                + Moments.inWords(starts.getLast()));
    }

    private void judge(Verdict verdict, Samples samples) {
        var slowest = starts.stream().max(Duration::compareTo).orElseThrow();
        verdict.judgeTime(
                "ready again within 20 s of each start",
                slowest.compareTo(READY_WITHIN) <= 0,
                kills + " kills, slowest " + Moments.inWords(slowest) + ", median " + Moments.inWords(median()));
        verdict.judge(
                "ended sessions stay ended, right after each start",
                risen.isEmpty() && endedChecked >= kills,
                endedChecked + " looked at" + (risen.isEmpty() ? "" : ", " + risen));
        var refusals = Answers.unasked(samples);
        verdict.judge(
                "every answer is good, or no answer, or a 503 that says when to come again",
                refusals.isEmpty(),
                refusals.isEmpty() ? samples.inWords() : refusals.toString());
    }

    private Duration median() {
        return starts.stream().sorted().toList().get(starts.size() / 2);
    }
}
