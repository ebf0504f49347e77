import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A time without the database under load, and what the server made of it. R02 and R03 differ in how the database goes
/// and comes back.
final class Outage {

    /// How the database goes, and how it comes back; returns when it is back.
    interface Fault {

        void strike(Postmaster postmaster) throws IOException, InterruptedException;

        void heal(Postmaster postmaster) throws IOException, InterruptedException;
    }

    /// @param slowOnes how many requests may take longer than the fail-fast limit, because their statement was under
    /// way when the database stopped answering
    /// @param slowLimit how long those may take
    record Allowed(int slowOnes, Duration slowLimit) {

        static final Allowed NONE = new Allowed(0, Duration.ZERO);
    }

    private static final Duration FAST = Duration.ofSeconds(2);
    private static final Duration DOWN_WITHIN = Duration.ofSeconds(5);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofMillis(500);
    private static final Duration AFTERWARDS = Duration.ofSeconds(20);
    private static final Duration ENOUGH_AT_A_GLANCE = Duration.ofSeconds(2);
    private static final int MORE_THREADS = 64;
    private static final int MORE_MEBIBYTES = 160;
    /// The pool, one that listens, one that asks whether the database is well.
    private static final int CONNECTIONS = Math.max(4, 2 * Machine.cores() + 2) + 2;

    private static final Load.Rate RATE = new Load.Rate(
            20,
            List.of(
                    Deed.READ,
                    Deed.REFRESH,
                    Deed.READ,
                    Deed.LOG_IN,
                    Deed.READ,
                    Deed.READ,
                    Deed.REGISTER,
                    Deed.READ,
                    Deed.LOG_OUT,
                    Deed.READ));

    private final String name;
    private final Server server;
    private final Crowd crowd;
    private final Allowed allowed;
    private final Extent extent;
    private final Samples samples = new Samples();
    private long struck;
    private long healed;
    private long pid;
    private long threadsBefore;
    private long mebibytesBefore;
    private int mostUnderWay;
    private int connectionsAfter;

    Outage(String name, Server server, Crowd crowd, Allowed allowed, Extent extent) {
        this.name = name;
        this.server = server;
        this.crowd = crowd;
        this.allowed = allowed;
        this.extent = extent;
    }

    void play(Fault fault, int quietSeconds, Verdict verdict) throws IOException, InterruptedException {
        pid = server.pid();
        crowd.renewReaders();
        try (var watch = new Watch(server).begin()) {
            try (var load = new Load(RATE, crowd::act, samples).begin()) {
                TimeUnit.SECONDS.sleep(quietSeconds);
                goThrough(fault);
                mostUnderWay = load.mostUnderWay();
            }
            judge(verdict, watch, samples.where(sample -> sample.done() - struck < 0));
        }
    }

    private void goThrough(Fault fault) throws IOException, InterruptedException {
        threadsBefore = Machine.threads(pid);
        mebibytesBefore = Machine.residentMebibytes(pid);
        struck = System.nanoTime();
        fault.strike(server.postmaster());
        fault.heal(server.postmaster());
        healed = System.nanoTime();
        lookOn();
        connectionsAfter = server.postmaster().backends().size();
    }

    private void lookOn() throws InterruptedException {
        while (Moments.since(healed).compareTo(AFTERWARDS) < 0
                && !(extent == Extent.GLANCE && allAreServedFor(ENOUGH_AT_A_GLANCE))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean allAreServedFor(Duration time) {
        long since = System.nanoTime() - time.toNanos();
        var lately = samples.where(sample -> sample.done() - since >= 0);
        return since - healed >= 0 && lately.size() > 0 && lately.failed().size() == 0;
    }

    private void judge(Verdict verdict, Watch watch, Samples quiet) {
        var under = samples.where(sample -> sample.done() - struck >= 0);
        verdict.note(name + ": away for " + Moments.inWords(Moments.between(struck, healed)) + "; before: "
                + quiet.inWords());
        if (quiet.failed().size() > 0 || quiet.percentile(0.99).compareTo(CALM) > 0) {
            verdict.note(name + ": the machine was too busy before the fault already; the times below prove nothing");
        }
        verdict.note(name + ": from then on: " + under.inWords());
        judgeAnswers(verdict, under);
        judgeRecovery(verdict, under);
        judgeHealth(verdict, watch);
        judgeSize(verdict, watch);
    }

    private void judgeAnswers(Verdict verdict, Samples under) {
        var unasked = Answers.unasked(samples);
        var silence = Answers.silence(samples);
        long insides = Answers.tellingOfInsides(samples);
        verdict.judge(
                name + ": who is not served gets a 503 with Retry-After and a problem body, never silence",
                unasked.isEmpty() && silence.isEmpty(),
                unasked.isEmpty() && silence.isEmpty()
                        ? under.failed().size() + " such answers"
                        : unasked + " and " + silence);
        verdict.judge(name + ": no answer tells of our insides", insides == 0, insides + " do");
        var slow = under.failed().where(sample -> sample.took().compareTo(FAST) > 0);
        verdict.judgeTime(
                name + ": it comes within 2 s"
                        + (allowed.slowOnes() == 0
                                ? ""
                                : ", but for up to " + allowed.slowOnes() + " under way at the stop, within "
                                        + Moments.inWords(allowed.slowLimit())),
                slow.size() <= allowed.slowOnes()
                        && (slow.size() == 0 || slow.slowest().compareTo(allowed.slowLimit()) <= 0),
                slow.size() + " slower, slowest "
                        + Moments.inWords(under.failed().slowest()));
    }

    private void judgeRecovery(Verdict verdict, Samples under) {
        var late = under.failed().list().stream()
                .map(sample -> Moments.between(healed, sample.sent()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        verdict.judge(
                name + ": served again within 10 s of the database's return",
                late.compareTo(RECOVERED_WITHIN) <= 0,
                late.isNegative() || late.isZero()
                        ? "at once"
                        : "the last that was not served came " + Moments.inWords(late) + " after it");
        var calm = samples.sentBetween(
                healed + RECOVERED_WITHIN.toNanos(),
                healed + AFTERWARDS.toNanos());
        verdict.note(name + ": 10 s after the return: " + calm.inWords());
        verdict.judge(
                name + ": the same process goes on",
                server.isAlive() && server.pid() == pid,
                server.isAlive() ? "it does" : "it has died");
    }

    private void judgeHealth(Verdict verdict, Watch watch) {
        var down = watch.downAfter(struck);
        var away = Moments.between(struck, healed);
        boolean wasShort = away.compareTo(DOWN_WITHIN) < 0;
        String seen = down.map(after -> "after " + Moments.inWords(after)).orElse("never seen")
                + ", for the last time " + Moments.inWords(watch.upAgainAfter(healed)) + " after the return";
        verdict.judge(name + ": readiness is DOWN, if it lasts for 5 s", down.isPresent() || wasShort, seen);
        verdict.judgeTime(
                name + ": and is so within 5 s",
                down.map(after -> after.compareTo(DOWN_WITHIN) <= 0).orElse(wasShort),
                seen);
        verdict.judge(
                name + ": liveness is UP throughout",
                watch.notAlive().isEmpty(),
                watch.notAlive().isEmpty()
                        ? "slowest answer " + Moments.inWords(watch.slowestLiveness())
                        : watch.notAlive().toString());
    }

    private void judgeSize(Verdict verdict, Watch watch) {
        verdict.judge(
                name + ": threads and memory stay bounded",
                watch.mostThreads() <= threadsBefore + MORE_THREADS
                        && watch.mostMebibytes() <= mebibytesBefore + MORE_MEBIBYTES,
                "threads " + threadsBefore + " before, " + watch.mostThreads() + " at most; resident "
                        + mebibytesBefore + " MiB before, " + watch.mostMebibytes() + " at most; requests under way "
                        + mostUnderWay + " at most");
        verdict.judge(
                name + ": no more connections than the pool and two",
                connectionsAfter <= CONNECTIONS,
                connectionsAfter + " of " + CONNECTIONS);
    }
}
