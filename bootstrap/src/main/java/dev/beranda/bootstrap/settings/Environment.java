package dev.beranda.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The `BERANDA_…` variables, each of which must be known by name. A value may stand in a file that `…_FILE` names, so
/// that secrets need not be in the environment.
final class Environment {

    private static final String PREFIX = "BERANDA_";
    private static final String FILE = "_FILE";
    private static final int SIMILAR = 3;

    private final Map<String, String> values = new TreeMap<>();

    /// @param families of settings in whose names somebody else has a say
    Environment(Map<String, String> variables, Set<String> known, Predicate<String> families) {
        variables.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                take(name, value.strip(), known, families);
            }
        });
    }

    private void take(String name, String value, Set<String> known, Predicate<String> families) {
        boolean inFile = name.endsWith(FILE);
        String setting = inFile ? name.substring(0, name.length() - FILE.length()) : name;
        if (!known.contains(setting) && !families.test(setting)) {
            throw new SettingsException(name + " is not a setting of Beranda" + suggestion(setting, known));
        }
        if (values.put(setting, inFile ? contentOf(name, value) : value) != null) {
            throw new SettingsException(setting + " is set twice: by itself and by " + setting + FILE);
        }
    }

    /// The names of the settings that were given.
    Set<String> names() {
        return values.keySet();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Reads a value with a parser that answers empty to what it cannot read.
    <T> Optional<T> read(String name, String expected, Function<String, Optional<T>> parser) {
        return text(name)
                .map(value ->
                        parser.apply(value).orElseThrow(() -> new SettingsException(name + " must be " + expected)));
    }

    Optional<Integer> number(String name, int least, int most) {
        return read(
                name,
                "a number from " + least + " to " + most,
                value -> parseNumber(value).filter(number -> number >= least && number <= most));
    }

    Optional<Boolean> onOrOff(String name) {
        return read(name, "on or off", value -> switch (value) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    private static Optional<Integer> parseNumber(String value) {
        return value.matches("\\d{1,10}")
                ? Optional.of(Long.valueOf(value))
                        .filter(number -> number <= Integer.MAX_VALUE)
                        .map(Long::intValue)
                : Optional.empty();
    }

    private static String contentOf(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new SettingsException(name + " names a file that cannot be read: " + file);
        }
    }

    private static String suggestion(String name, Set<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= SIMILAR)
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse("; the README lists them all");
    }

    /// How many letters have to be changed, added or left out to make one word of the other (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = i > 0 && one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = i == 0 ? j : Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
