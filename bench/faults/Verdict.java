import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was asked of the server under a fault, and what it did.
final class Verdict {

    private record Criterion(String words, boolean met, String seen) {}

    private final String scenario;
    private final Path folder;
    private final List<Criterion> criteria = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Verdict(String scenario, Path folder) {
        this.scenario = scenario;
        this.folder = folder;
    }

    /// @param words what has to hold
    /// @param seen what was seen
    void judge(String words, boolean met, String seen) {
        criteria.add(new Criterion(words, met, seen));
    }

    /// Judged by nobody, but worth knowing.
    void note(String words) {
        notes.add(words);
    }

    boolean isGood() {
        return !criteria.isEmpty() && criteria.stream().allMatch(Criterion::met);
    }

    void print() {
        System.out.println();
        System.out.println(scenario.toUpperCase(Locale.ROOT));
        notes.forEach(note -> System.out.println("  .  " + note));
        criteria.forEach(criterion -> System.out.println(
                (criterion.met() ? "  ok " : "  NO ") + criterion.words() + ": " + criterion.seen()));
        if (!isGood()) {
            System.out.println("  Kept for a look: " + folder);
        }
    }

    String line() {
        long missed = criteria.stream().filter(criterion -> !criterion.met()).count();
        var result = missed == 0 ? "passed" : "FAILED, " + missed + " of " + criteria.size() + " criteria not met";
        return scenario.toUpperCase(Locale.ROOT) + " " + result;
    }
}
