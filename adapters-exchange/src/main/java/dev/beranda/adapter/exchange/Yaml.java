package dev.beranda.adapter.exchange;

import dev.beranda.domain.shared.Flaw;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the little of YAML that stands above texts: names with texts, lists and more names. Everything is text;
/// nothing is made of it that a tag might ask for, and nothing stands for something else, so that it never grows.
final class Yaml {

    static final String CODE = "front_matter_invalid";

    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 8;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LONGEST).build();

    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<Optional<String>> names = new ArrayDeque<>();
    private @Nullable Object root;

    private Yaml() {}

    static Map<String, Object> read(String text) {
        if (text.length() > LONGEST) {
            throw new Malformed(new Flaw(CODE, 1));
        }
        try {
            return new Yaml().all(text);
        } catch (MarkedYamlEngineException broken) {
            throw new Malformed(
                    new Flaw(CODE, broken.getProblemMark().map(Mark::getLine).orElse(0) + 1));
        } catch (YamlEngineException broken) {
            throw new Malformed(new Flaw(CODE, 1));
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> all(String text) {
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            take(event);
        }
        return switch (root) {
            case null -> Map.of();
            case String blank when blank.isBlank() -> Map.of();
            case Map<?, ?> map -> (Map<String, Object>) map;
            case Object _ -> throw new Malformed(new Flaw(CODE, 1));
        };
    }

    /// What stands for something else has its name.
    private void take(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw refused(event);
        }
        switch (event) {
            case ScalarEvent scalar -> put(scalar, text(scalar));
            case CollectionStartEvent collection -> begin(collection);
            case CollectionEndEvent _ -> end();
            default -> {}
        }
    }

    private static String text(ScalarEvent scalar) {
        if (scalar.getTag().isPresent() && !scalar.getTag().get().equals("!")) {
            throw refused(scalar);
        }
        String text = scalar.getValue();
        return scalar.isPlain() && (text.equals("~") || text.equalsIgnoreCase("null")) ? "" : text;
    }

    private void begin(CollectionStartEvent collection) {
        if (open.size() == DEEPEST || collection.getTag().isPresent()) {
            throw refused(collection);
        }
        Object begun =
                collection instanceof MappingStartEvent ? new LinkedHashMap<String, Object>() : new ArrayList<>();
        put(collection, begun);
        open.push(begun);
        names.push(Optional.empty());
    }

    private void end() {
        open.pop();
        names.pop();
    }

    @SuppressWarnings("unchecked")
    private void put(Event event, Object value) {
        switch (open.peek()) {
            case null -> root = value;
            case List<?> list -> ((List<Object>) list).add(value);
            case Map<?, ?> map -> put(event, (Map<String, Object>) map, value);
            case Object _ -> throw new IllegalStateException("neither a list nor a map");
        }
    }

    /// Names and values in turn.
    private void put(Event event, Map<String, Object> map, Object value) {
        Optional<String> name = names.pop();
        if (name.isPresent()) {
            map.put(name.get(), value);
            names.push(Optional.empty());
        } else if (value instanceof String next && !map.containsKey(next)) {
            names.push(Optional.of(next));
        } else {
            throw refused(event);
        }
    }

    private static Malformed refused(Event event) {
        return new Malformed(
                new Flaw(CODE, event.getStartMark().map(Mark::getLine).orElse(0) + 1));
    }
}
