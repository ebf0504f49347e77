package dev.beranda.adapter.oauth;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An object somebody sent, of whom nobody knows whether they mean well. What is not there, or is something else, is
/// answered like nothing.
final class Json {

    private static final String PLAIN_WORD = "[a-z_]{1,40}";

    private final Map<String, Object> members;

    private Json(Map<String, Object> members) {
        this.members = members;
    }

    static Json object(String text) throws Unanswered {
        if (!text.stripLeading().startsWith("{")) {
            throw new Unanswered("not a JSON object");
        }
        try {
            return new Json(JSONObjectUtils.parse(text));
        } catch (ParseException e) {
            throw new Unanswered("not a JSON object", e);
        }
    }

    static List<Json> objects(String text) throws Unanswered {
        List<Json> objects = new ArrayList<>();
        try {
            for (Object item : JSONArrayUtils.parse(text)) {
                objects.add(new Json(asMap(item)));
            }
        } catch (ParseException e) {
            throw new Unanswered("not a JSON list", e);
        }
        return objects;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// The text, or an empty one.
    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    /// The whole number, or zero.
    long number(String name) {
        return switch (members.get(name)) {
            case Long number -> number;
            case Integer number -> number;
            case null, default -> 0;
        };
    }

    /// A text, or the texts of a list; nothing if there is anything else among them.
    List<String> texts(String name) {
        return switch (members.get(name)) {
            case String text -> List.of(text);
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }

    /// A word for the log, in letters that do no harm there.
    String errorWord() {
        return text("error").matches(PLAIN_WORD) ? text("error") : "for no reason that could be repeated";
    }

    private static Map<String, Object> asMap(Object item) throws Unanswered {
        if (item instanceof Map<?, ?> map) {
            var members = new HashMap<String, Object>();
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
            return members;
        }
        throw new Unanswered("not a list of JSON objects");
    }
}
