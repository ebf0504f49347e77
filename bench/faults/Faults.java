import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Breaks things under a running server on purpose and says what came of it. Needs a JDK 25 and nothing else:
/// `java bench/faults/Faults.java r01 --short`.
final class Faults {

    private Faults() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            var options = Options.read(words, System.getenv());
            System.exit(run(options) ? 0 : 1);
        } catch (IllegalArgumentException misuse) {
            System.err.println("faults: " + misuse.getMessage());
            System.exit(2);
        }
    }

    private static boolean run(Options options) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        for (String name : options.scenarios()) {
            verdicts.add(run(name, options));
        }
        System.out.println();
        verdicts.forEach(verdict -> System.out.println(verdict.line()));
        return verdicts.stream().allMatch(Verdict::isGood);
    }

    private static Verdict run(String name, Options options) throws IOException, InterruptedException {
        Path folder = freshFolder(options, name);
        var verdict = new Verdict(name, folder, options.extent());
        verdict.note(Machine.inWords());
        try {
            scenario(name, options.extent()).play(new Stage(options.home(), folder), verdict);
        } catch (IllegalStateException broken) {
            verdict.judge("played to the end", false, broken.getMessage());
        }
        verdict.print();
        if (verdict.isGood()) {
            Folders.delete(folder);
        }
        return verdict;
    }

    private static Scenario scenario(String name, Extent extent) {
        return switch (name) {
            case "r01" -> new KillTheServer(extent);
            case "r02" -> new CrashTheDatabase(extent);
            case "r03" -> new FreezeTheDatabase(extent);
            case "r13" -> new HotRow(extent);
            case "r16" -> new LoginStorm(extent);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Path freshFolder(Options options, String name) throws IOException {
        var now = LocalDateTime.now(Clock.systemUTC()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        return Files.createDirectories(options.scratch().resolve(now + "-" + name));
    }
}
