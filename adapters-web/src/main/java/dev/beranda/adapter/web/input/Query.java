package dev.beranda.adapter.web.input;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What stands behind the question mark, read as strictly as a body. A parameter without a value is as good as none.
public final class Query {

    private static final Pattern UUID_SHAPE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Query() {}

    public static Fields of(HttpRequest<?> request) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (var parameter : request.getParameters().asMap().entrySet()) {
            List<String> texts = parameter.getValue();
            if (!texts.stream().allMatch(String::isEmpty)) {
                values.put(parameter.getKey(), texts.size() == 1 ? texts.getFirst() : texts);
            }
        }
        return new Fields(values);
    }

    public static Parsed<Boolean> flag(String raw) {
        return switch (raw) {
            case "true" -> Parsed.of(true);
            case "false" -> Parsed.of(false);
            default -> Parsed.flawed(new Flaw("not_boolean"));
        };
    }

    /// A moment, in any zone, of the years that have four digits.
    public static Parsed<Instant> time(String raw) {
        try {
            Instant time = Instant.parse(raw);
            return time.isBefore(FIRST) || time.isAfter(LAST) ? noTime() : Parsed.of(time);
        } catch (DateTimeException _) {
            return noTime();
        }
    }

    /// Several with commas between them. What is wrong with the first that will not do is told of all.
    public static <T> Parsed<List<T>> several(String raw, int most, Function<String, Parsed<T>> parser) {
        List<String> texts = List.of(raw.split(",", -1));
        if (texts.size() > most) {
            return Parsed.flawed(new Flaw("list_too_long", most));
        }
        List<T> read = new ArrayList<>();
        for (String text : texts) {
            switch (parser.apply(text)) {
                case Parsed.Valid<T>(var value) -> read.add(value);
                case Parsed.Invalid<T>(var flaws) -> {
                    return new Parsed.Invalid<>(flaws);
                }
            }
        }
        return Parsed.of(List.copyOf(read));
    }

    /// An id that could be ours.
    public static Optional<UUID> id(String raw) {
        return UUID_SHAPE.matcher(raw).matches() ? Optional.of(UUID.fromString(raw)) : Optional.empty();
    }

    private static Parsed<Instant> noTime() {
        return Parsed.flawed(new Flaw("time_invalid"));
    }
}
