import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was asked of the server under a fault, and what it did.
final class Verdict {

    private record Criterion(String words, boolean met, String seen) {}

    private final String scenario;
    private final Path folder;
    private final Extent extent;
    private final List<Criterion> criteria = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Verdict(String scenario, Path folder, Extent extent) {
        this.scenario = scenario;
        this.folder = folder;
        this.extent = extent;
    }

    /// @param words what has to hold
    /// @param seen what was seen
    void judge(String words, boolean met, String seen) {
        criteria.add(new Criterion(words, met, seen));
    }

    /// What depends on how busy the machine is.
    void judgeTime(String words, boolean met, String seen) {
        if (extent == Extent.GLANCE) {
            note((met ? "as is asked for elsewhere, " : "not judged here, ") + words + ": " + seen);
        } else {
            judge(words, met, seen);
        }
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
