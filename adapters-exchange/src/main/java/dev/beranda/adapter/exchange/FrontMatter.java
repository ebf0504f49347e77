package dev.beranda.adapter.exchange;

import dev.beranda.domain.shared.Flaw;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands above a text between two lines of hyphens, and the text.
///
/// @param bodyLine the line on which the text begins
record FrontMatter(Map<String, Object> fields, String body, int bodyLine) {

    private static final Pattern OPENING = Pattern.compile("\\A---[ \\t]*\\n");
    private static final Pattern CLOSING = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)");

    /// As it is written by hand: with a blank or a `T`, with or without seconds, a fraction and a zone.
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("yyyy-MM-dd['T'][ ]HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendLiteral("UTC")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /// The years that are written with four digits: everything that keeps or shows times knows these.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    /// Nothing where there is none.
    static Optional<FrontMatter> in(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String lines = plain.replace("\r\n", "\n");
        if (lines.startsWith("+++")) {
            throw new Malformed(new Flaw("front_matter_toml"));
        }
        Matcher opening = OPENING.matcher(lines);
        if (!opening.find()) {
            return Optional.empty();
        }
        Matcher closing = CLOSING.matcher(lines);
        if (!closing.find(opening.end())) {
            throw new Malformed(new Flaw(Yaml.CODE, 1));
        }
        String matter = lines.substring(opening.end(), closing.start());
        return Optional.of(new FrontMatter(
                Yaml.read(matter),
                lines.substring(closing.end()),
                2 + (int) matter.chars().filter(c -> c == '\n').count()));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /// The first of these fields that says something in one text.
    String text(String... names) {
        return Stream.of(names)
                .map(fields::get)
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// As it was written.
    String verbatim(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    /// The texts of these fields, whether each is a list, or one with commas or else blanks between them.
    List<String> texts(String... names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            switch (fields.get(name)) {
                case List<?> list -> list.forEach(one -> texts.add(one instanceof String text ? text.strip() : ""));
                case String line -> texts.addAll(List.of(line.split(line.contains(",") ? "," : "\\s+")));
                case null, default -> {}
            }
        }
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /// All that is said in these fields, however deep it stands.
    List<String> anything(String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            gather(fields.get(name), found);
        }
        return found.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static void gather(@Nullable Object value, List<String> into) {
        switch (value) {
            case String text -> into.add(text);
            case List<?> list -> list.forEach(one -> gather(one, into));
            case Map<?, ?> map -> map.values().forEach(one -> gather(one, into));
            case null, default -> {}
        }
    }

    Optional<Boolean> flag(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// The first of these fields that is a moment; without a zone, it is of UTC.
    Optional<Instant> time(String... names) {
        return Stream.of(names)
                .map(this::text)
                .flatMap(text -> moment(text).stream())
                .findFirst();
    }

    /// Nothing for what is none, and for one that no calendar of ours goes to.
    static Optional<Instant> moment(String text) {
        return anyMoment(text).filter(FrontMatter::isOnRecord);
    }

    static boolean isOnRecord(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    private static Optional<Instant> anyMoment(String text) {
        try {
            if (text.length() == "2026-01-01".length()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime there
                            ? there.toInstant()
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
