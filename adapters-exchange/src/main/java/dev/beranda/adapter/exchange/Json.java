package dev.beranda.adapter.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.beranda.domain.shared.Flaw;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An object of JSON. What is not there, is null or is of another kind is empty.
record Json(Map<String, Object> members) {

    private static final int DEEPEST = 60;
    private static final int LONGEST = 8 * 1024 * 1024;

    /// Of characters in one object, names and all, with what each value costs by itself.
    private static final int MOST = 16 * 1024 * 1024;

    private static final int VALUE = 32;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /// What stands in an object twice is found where the object is kept: the factory would hold the names of those that
    /// are only passed over.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(1_000)
                    .maxNumberLength(50)
                    .build())
            .build();

    /// One that is a line by itself.
    static Json line(String line) {
        try (JsonParser parser = FACTORY.createParser(line)) {
            parser.nextToken();
            Json read = object(parser);
            if (parser.nextToken() != null) {
                throw new Malformed();
            }
            return read;
        } catch (IOException broken) {
            throw new Malformed();
        }
    }

    /// The one that begins here.
    static Json object(JsonParser parser) throws IOException {
        return new Reading().object(parser);
    }

    /// As much as can be held, and no more.
    private static final class Reading {

        private int letters;

        Json object(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new Malformed();
            }
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                count(name.length());
                parser.nextToken();
                if (members.put(name, value(parser)) != null) {
                    throw new Malformed();
                }
            }
            return new Json(members);
        }

        private void count(int more) {
            letters += more;
            if (letters > MOST) {
                throw new Malformed(new Flaw(Malformed.TOO_MUCH));
            }
        }

        private Object value(JsonParser parser) throws IOException {
            count(VALUE + parser.getTextLength());
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(parser);
                case START_ARRAY -> list(parser);
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                case VALUE_NULL -> Optional.empty();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
                case VALUE_STRING -> parser.getText();
                default -> throw new Malformed();
            };
        }

        private List<Object> list(JsonParser parser) throws IOException {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
    }

    /// Of these members those that are texts or numbers.
    Json only(String... names) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : names) {
            if (members.get(name) instanceof String text) {
                kept.put(name, text);
            }
        }
        return new Json(kept);
    }

    /// How much there is to read in those of its members that are texts or numbers.
    int length() {
        return members.values().stream()
                .mapToInt(value -> value instanceof String text ? text.length() : 0)
                .sum();
    }

    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    boolean isNull(String name) {
        return !members.containsKey(name) || members.get(name) == Optional.empty();
    }

    boolean is(String name) {
        return members.get(name) == Boolean.TRUE || "1".equals(members.get(name));
    }

    List<String> texts(String name) {
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    List<Object> list(String name) {
        return members.get(name) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    List<Json> objects(String name) {
        return list(name).stream()
                .filter(Json.class::isInstance)
                .map(Json.class::cast)
                .toList();
    }

    /// 0 for what is none.
    int number(String name) {
        return members.get(name) instanceof String text && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    Optional<UUID> id(String name) {
        return id(members.get(name));
    }

    private static Optional<UUID> id(@Nullable Object value) {
        return value instanceof String text && isId(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    Optional<Instant> time(String name) {
        try {
            return isNull(name)
                    ? Optional.empty()
                    : Optional.of(Instant.parse(text(name))).filter(FrontMatter::isOnRecord);
        } catch (DateTimeException _) {
            return FrontMatter.moment(text(name));
        }
    }
}
