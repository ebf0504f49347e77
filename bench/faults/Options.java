import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was asked for on the command line and in the environment.
///
/// @param extent how long they go on
/// @param home the packaged server
/// @param scratch where data, logs and journals of the runs go; kept if something went wrong
record Options(List<String> scenarios, Extent extent, Path home, Path scratch) {

    static final List<String> ALL = List.of("r01", "r02", "r03", "r13", "r16");

    private static final Map<String, Extent> EXTENTS = Map.of("--short", Extent.SHORT, "--glance", Extent.GLANCE);

    static Options read(String[] words, Map<String, String> environment) {
        var named = Arrays.stream(words).filter(word -> !word.startsWith("--")).toList();
        var flags = Arrays.stream(words).filter(word -> word.startsWith("--")).toList();
        var scenarios = named.isEmpty() || named.equals(List.of("all")) ? ALL : named;
        require(ALL.containsAll(scenarios), "there are r01, r02, r03, r13, r16 and all, not " + named);
        require(
                flags.size() <= 1 && EXTENTS.keySet().containsAll(flags),
                "there is --short or --glance, not " + String.join(" ", flags));
        var home = Path.of(environment.getOrDefault("BERANDA_DIST", "bootstrap/target/beranda"));
        require(
                Files.exists(home.resolve("beranda.jar")),
                home + " holds no beranda.jar; build it with ./beranda build or name it in BERANDA_DIST");
        var extent = flags.isEmpty() ? Extent.FULL : EXTENTS.get(flags.getFirst());
        return new Options(scenarios, extent, home.toAbsolutePath(), scratch(environment));
    }

    private static Path scratch(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("BERANDA_FAULTS_DIR"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "beranda-faults"))
                .toAbsolutePath();
    }

    private static void require(boolean condition, String words) {
        if (!condition) {
            throw new IllegalArgumentException(words);
        }
    }
}
