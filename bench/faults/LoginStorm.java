import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// R16: hundreds log in at once, over and over, beside a steady load of readers. Hashing passwords may cost those who
/// log in their time, but nobody else.
final class LoginStorm implements Scenario {

    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(1);
    private static final Duration READS_WITHIN = Duration.ofMillis(50);
    private static final int HASH_MEBIBYTES = 46;
    private static final int OTHER_MEBIBYTES = 96;
    private static final List<Deed> READING = List.of(
            Deed.READ,
            Deed.READ,
            Deed.READ,
            Deed.READ,
            Deed.REFRESH,
            Deed.READ,
            Deed.READ,
            Deed.READ,
            Deed.READ,
            Deed.READ);

    private final int people;
    private final int stormSeconds;
    private final int quietSeconds;
    private final Load.Rate rate;

    LoginStorm(Extent extent) {
        people = extent.of(500, 50, 50);
        stormSeconds = extent.of(120, 15, 6);
        quietSeconds = extent.of(30, 8, 3);
        rate = new Load.Rate(extent.of(100, 50, 50), READING);
    }

    /// @param reads beside the logins
    private record Measured(Samples logins, Samples reads, double loginsPerSecond, long mostMebibytes) {

        Samples of(Deed deed) {
            return reads.where(sample -> sample.deed() == deed);
        }
    }

    @Override
    public void play(Stage stage, Verdict verdict) throws IOException, InterruptedException {
        try (var server = stage.server();
                var journal = stage.journal()) {
            server.awaitReady();
            var crowd = new Crowd(server.api(), journal);
            crowd.settle(10, 4);
            measure(server, crowd, Machine.cores(), quietSeconds);
            var alone = measure(server, crowd, Machine.cores() * 2, quietSeconds);
            var quiet = measure(server, crowd, 0, quietSeconds);
            var storm = measure(server, crowd, people, stormSeconds);
            var after = measure(server, crowd, 0, quietSeconds);
            judgeReads(verdict, quiet, storm, after);
            judgeLogins(verdict, alone, storm);
            judgeSize(verdict, quiet, storm);
            Checker.judge(verdict, new Checker(server.api(), Promises.in(journal.file())).check());
        }
    }

    private Measured measure(Server server, Crowd crowd, int stormers, int seconds) throws InterruptedException {
        var logins = new Samples();
        var reads = new Samples();
        crowd.renewReaders();
        long begun = System.nanoTime();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        try (var watch = new Watch(server).begin();
                var _ = new Load(rate, crowd::act, reads).begin();
                var storm = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < stormers; i++) {
                storm.execute(() -> logInUntil(end, crowd, logins));
            }
            TimeUnit.SECONDS.sleep(seconds);
            long served = logins.where(sample -> sample.done() - end < 0 && !sample.failed())
                    .size();
            return new Measured(logins, reads, served / (double) seconds, watch.mostMebibytes());
        }
    }

    private static void logInUntil(long end, Crowd crowd, Samples logins) {
        while (System.nanoTime() - end < 0) {
            long sent = System.nanoTime();
            var reply = crowd.logIn(crowd.anybody());
            logins.add(Deed.LOG_IN, sent, sent, reply);
            if (!reply.isGood()) {
                comeAgain(reply);
            }
        }
    }

    /// As polite clients do, when they were told to, and not all at the same moment.
    private static void comeAgain(Reply reply) {
        long seconds = reply instanceof Reply.Answer answer && answer.asksToComeAgain()
                ? answer.headers().firstValueAsLong("Retry-After").orElse(1)
                : 1;
        try {
            TimeUnit.MILLISECONDS.sleep(
                    seconds * 1000 + ThreadLocalRandom.current().nextLong(500));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void judgeReads(Verdict verdict, Measured quiet, Measured storm, Measured after) {
        long failed = storm.reads().failed().size();
        verdict.judge(
                "reads and refreshes are all served",
                failed == 0,
                failed + " of " + storm.reads().size() + " not");
        var calm = quiet.of(Deed.READ);
        if (calm.percentile(0.99).compareTo(READS_WITHIN) > 0) {
            verdict.note("the machine was too busy without the storm already; the times below prove nothing");
        }
        noteAll(verdict, quiet, storm, after);
        var stormy = storm.of(Deed.READ).percentile(0.99);
        verdict.judgeTime(
                "the reads' p99 is at most twice that in quiet, and 50 ms",
                stormy.compareTo(calm.percentile(0.99).multipliedBy(2)) <= 0 && stormy.compareTo(READS_WITHIN) <= 0,
                against(stormy, calm.percentile(0.99)));
        var written = storm.of(Deed.REFRESH).percentile(0.99);
        verdict.judgeTime(
                "the refreshes' p99 is at most 50 ms",
                written.compareTo(READS_WITHIN) <= 0,
                against(written, quiet.of(Deed.REFRESH).percentile(0.99)));
    }

    private static void noteAll(Verdict verdict, Measured quiet, Measured storm, Measured after) {
        for (Deed deed : List.of(Deed.READ, Deed.REFRESH)) {
            verdict.note(deed + " in quiet: " + quiet.of(deed).inWords());
            verdict.note(deed + " in the storm: " + storm.of(deed).inWords());
            verdict.note(deed + " after it: " + after.of(deed).inWords());
        }
    }

    private static String against(Duration stormy, Duration calm) {
        return Moments.inWords(stormy) + " against " + Moments.inWords(calm) + ", "
                + times(stormy.toNanos() / (double) calm.toNanos());
    }

    private void judgeLogins(Verdict verdict, Measured alone, Measured storm) {
        verdict.note("logins in the storm, " + people + " at a time: "
                + storm.logins().inWords());
        judgeRefusals(verdict, storm.logins());
        double share = storm.loginsPerSecond() / alone.loginsPerSecond();
        verdict.judgeTime(
                "logins go on at 0.9 of what the server can do",
                share >= 0.9,
                perSecond(storm) + " against " + perSecond(alone) + " by " + Machine.cores() * 2 + " at a time, "
                        + times(share));
    }

    private static void judgeRefusals(Verdict verdict, Samples logins) {
        var failed = logins.failed();
        var unasked = Answers.unasked(logins);
        var silence = Answers.silence(logins);
        verdict.judge(
                "who cannot log in now is told when to come again",
                unasked.isEmpty() && silence.isEmpty(),
                failed.size() + " refused, otherwise: " + unasked + " and " + silence);
        verdict.judgeTime(
                "and is told within 1 s",
                failed.slowest().compareTo(REFUSED_WITHIN) <= 0,
                "p99 " + Moments.inWords(failed.percentile(0.99)) + ", slowest " + Moments.inWords(failed.slowest()));
    }

    private static String perSecond(Measured measured) {
        return String.format(Locale.ROOT, "%.1f/s", measured.loginsPerSecond());
    }

    private static void judgeSize(Verdict verdict, Measured quiet, Measured storm) {
        long allowed = (long) Machine.cores() * HASH_MEBIBYTES + OTHER_MEBIBYTES;
        long more = storm.mostMebibytes() - quiet.mostMebibytes();
        verdict.judge(
                "memory grows by the hashes under way and " + OTHER_MEBIBYTES + " MiB at most",
                more <= allowed,
                "resident " + quiet.mostMebibytes() + " MiB before, " + storm.mostMebibytes() + " at most, allowed +"
                        + allowed);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f times", ratio);
    }
}
