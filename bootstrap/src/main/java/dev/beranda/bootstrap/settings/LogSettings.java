package dev.beranda.bootstrap.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How the log is kept. Asked for before everything else, for whatever goes wrong later is told there.
///
/// @param level in Logback's words
/// @param isJson empty where nobody said
public record LogSettings(String level, Optional<Boolean> isJson, boolean isAccessLogged) {

    private static final String ACCESS = "BERANDA_ACCESS_LOG";
    private static final String FORMAT = "BERANDA_LOG_FORMAT";
    private static final String LEVEL = "BERANDA_LOG_LEVEL";
    private static final Set<String> NAMES = Set.of(ACCESS, FORMAT, LEVEL);
    private static final Set<String> FORMATS = Set.of("text", "json");
    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug");
    private static final LogSettings USUAL = new LogSettings("INFO", Optional.empty(), false);

    /// What is wrong with them is passed over here: [Settings] refuses it in a moment.
    public static LogSettings of(Map<String, String> variables) {
        try {
            return in(new Environment(ofTheLog(variables), NAMES, _ -> false));
        } catch (SettingsException _) {
            return USUAL;
        }
    }

    static LogSettings in(Environment environment) {
        var level = environment.read(LEVEL, "error, warn, info or debug", value -> oneOf(LEVELS, value));
        var format = environment.read(FORMAT, "text or json", value -> oneOf(FORMATS, value));
        return new LogSettings(
                level.map(word -> word.toUpperCase(Locale.ROOT)).orElse(USUAL.level),
                format.map("json"::equals),
                environment.onOrOff(ACCESS).orElse(false));
    }

    private static Map<String, String> ofTheLog(Map<String, String> variables) {
        return variables.entrySet().stream()
                .filter(variable -> NAMES.stream().anyMatch(variable.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<String> oneOf(Set<String> words, String value) {
        return Optional.of(value).filter(words::contains);
    }
}
