import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// Looks several times a second how the server says it is, as a load balancer would, and how big it has grown.
final class Watch implements AutoCloseable {

    private record Look(long sent, long done, boolean up, String said) {}

    private record Size(long mebibytes, long threads) {}

    private final Server server;
    private final ConcurrentLinkedQueue<Look> readiness = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Look> liveness = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Size> sizes = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService rounds = Executors.newScheduledThreadPool(3);

    Watch(Server server) {
        this.server = server;
    }

    Watch begin() {
        rounds.scheduleWithFixedDelay(
                () -> readiness.add(look(server.api()::readiness)), 0, 200, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(() -> liveness.add(look(server.api()::liveness)), 0, 200, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(this::measure, 0, 500, TimeUnit.MILLISECONDS);
        return this;
    }

    private static Look look(Supplier<Reply> question) {
        long sent = System.nanoTime();
        var reply = question.get();
        return new Look(sent, System.nanoTime(), reply.is(200), reply.inWords());
    }

    private void measure() {
        sizes.add(new Size(Machine.residentMebibytes(server.pid()), Machine.threads(server.pid())));
    }

    /// How long after that moment the server first said it is not ready.
    Optional<Duration> downAfter(long moment) {
        return readiness.stream()
                .filter(look -> look.done() - moment > 0 && !look.up())
                .findFirst()
                .map(look -> Moments.between(moment, look.done()));
    }

    /// How long after that moment it said for the last time that it is not ready.
    Duration upAgainAfter(long moment) {
        return readiness.stream()
                .filter(look -> look.done() - moment > 0 && !look.up())
                .reduce((_, later) -> later)
                .map(look -> Moments.between(moment, look.done()))
                .orElse(Duration.ZERO);
    }

    List<String> notAlive() {
        return liveness.stream().filter(look -> !look.up()).map(Look::said).toList();
    }

    Duration slowestLiveness() {
        return liveness.stream()
                .map(look -> Moments.between(look.sent(), look.done()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    long mostMebibytes() {
        return most(sizes.stream().mapToLong(Size::mebibytes));
    }

    long mostThreads() {
        return most(sizes.stream().mapToLong(Size::threads));
    }

    private static long most(LongStream numbers) {
        return numbers.max().orElse(0);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        rounds.close();
    }
}
