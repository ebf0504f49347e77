import java.time.Duration;
import java.util.Locale;

/// Points in time as the monotonic clock counts them.
final class Moments {

    private Moments() {}

    static Duration since(long nanos) {
        return between(nanos, System.nanoTime());
    }

    static Duration between(long from, long to) {
        return Duration.ofNanos(to - from);
    }

    static String inWords(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) < 0
                ? String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6)
                : String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}
