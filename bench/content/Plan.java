import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// How much of everything there is to be. The same plan makes the same rows, whoever carries it out.
///
/// @param until the newest of what everybody sees is from a little before
/// @param likePeers the rows the peers have, as far as there are such: as many tags and comments for each, the same texts
record Plan(int people, int posts, int comments, int likes, int tags, long seed, Instant until, boolean likePeers) {

    static final int AUTHORS_OF_A_HUNDRED = 10;

    static Plan read(String[] words, int from) {
        Map<String, String> given = new HashMap<>();
        for (int i = from; i + 1 < words.length; i += 2) {
            given.put(words[i], words[i + 1]);
        }
        int posts = number(given, "--posts", 10_000);
        int comments = number(given, "--comments", 3 * posts);
        var plan = new Plan(
                number(given, "--people", Math.max(1_000, posts / 50)),
                posts,
                comments,
                number(given, "--likes", comments / 2),
                number(given, "--tags", posts > 100_000 ? 2_000 : 400),
                Long.parseLong(given.getOrDefault("--seed", "1")),
                given.containsKey("--until")
                        ? Instant.parse(given.get("--until"))
                        : Instant.now().truncatedTo(ChronoUnit.DAYS),
                given.getOrDefault("--like", "").equals("peers"));
        given.keySet().stream().filter(word -> !isKnown(word)).findAny().ifPresent(word -> {
            throw new IllegalArgumentException("there is no " + word);
        });
        return plan;
    }

    private static boolean isKnown(String word) {
        return switch (word) {
            case "--people", "--posts", "--comments", "--likes", "--tags", "--seed", "--until", "--like" -> true;
            default -> false;
        };
    }

    private static int number(Map<String, String> given, String name, int usual) {
        return given.containsKey(name) ? Integer.parseInt(given.get(name).replace("_", "")) : usual;
    }

    /// Chance that belongs to one thing alone, so that it does not matter who makes it and when.
    Chance chance(String of, long index) {
        return new Chance(seed * 0x9E3779B97F4A7C15L + of.hashCode() * 0xC2B2AE3D27D4EB4FL + index * 0x165667B19E3779F9L);
    }
}
