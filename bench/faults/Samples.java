import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Every request of a run with its answer and its times.
final class Samples {

    /// @param due when it should have been sent; a client that comes late itself counts from there
    record Sample(Deed deed, long due, long sent, long done, Reply reply) {

        Duration took() {
            return Moments.between(sent, done);
        }

        Duration tookSinceDue() {
            return Moments.between(due, done);
        }

        boolean failed() {
            return !reply.isGood();
        }

        String causeOf() {
            return deed.name().toLowerCase(Locale.ROOT) + " " + reply.inWords();
        }
    }

    private final Collection<Sample> all;

    Samples() {
        this(new ConcurrentLinkedQueue<>());
    }

    private Samples(Collection<Sample> all) {
        this.all = all;
    }

    void add(Deed deed, long due, long sent, Reply reply) {
        all.add(new Sample(deed, due, sent, System.nanoTime(), reply));
    }

    List<Sample> list() {
        return List.copyOf(all);
    }

    int size() {
        return all.size();
    }

    Samples where(Predicate<Sample> condition) {
        return new Samples(all.stream().filter(condition).toList());
    }

    Samples sentBetween(long from, long to) {
        return where(sample -> sample.sent() - from >= 0 && sample.sent() - to < 0);
    }

    Samples failed() {
        return where(Sample::failed);
    }

    Duration slowest() {
        return all.stream().map(Sample::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /// By the clock of who waits: from when the request was due.
    Duration percentile(double share) {
        var sorted = all.stream().map(Sample::tookSinceDue).sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    Map<String, Long> causes() {
        return all.stream()
                .filter(Sample::failed)
                .collect(Collectors.groupingBy(Sample::causeOf, TreeMap::new, Collectors.counting()));
    }

    String inWords() {
        return size() + " requests, p50 " + Moments.inWords(percentile(0.5)) + ", p99 "
                + Moments.inWords(percentile(0.99)) + (causes().isEmpty() ? "" : ", not served " + causes());
    }
}
