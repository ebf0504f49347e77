package dev.beranda.adapter.web.input;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one request body. Controllers read each with the parser of the value it means; everything that is
/// wrong is collected and told at once by [#refuseIfFlawed].
///
/// No fields but those asked for may be there: nothing is ever taken over unseen.
public final class Fields {

    private static final Parsed<String> NOTHING = Parsed.flawed(new Flaw("required"));

    private final Map<String, Object> values;
    private final String path;
    private final List<FieldFlaw> flaws;

    public Fields(Map<String, Object> values) {
        this(values, "", new ArrayList<>());
    }

    private Fields(Map<String, Object> values, String path, List<FieldFlaw> flaws) {
        this.values = values;
        this.path = path;
        this.flaws = flaws;
    }

    /// The fields of an object in here; what is wrong with them is told with the rest, as `outer.inner`.
    public Fields within(String name) {
        Map<String, Object> inner = new LinkedHashMap<>();
        if (has(name) && values.get(name) instanceof Map<?, ?> object) {
            object.forEach((key, value) -> inner.put(String.valueOf(key), value));
        } else {
            flawed(name, has(name) ? Parsed.flawed(new Flaw("not_object")) : NOTHING);
        }
        return new Fields(inner, path + name + '.', flaws);
    }

    /// Those of a request that cannot do without a body.
    public static Fields sent(@Nullable Fields fields) {
        if (fields == null) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "bad_request");
        }
        return fields;
    }

    /// Makes sure that a request that says everything in its head says nothing else in a body.
    public static void sentNone(@Nullable Fields fields) {
        if (fields != null) {
            fields.allowing();
        }
    }

    /// Names every field this request may have.
    public Fields allowing(String... names) {
        Set<String> allowed = Set.of(names);
        List<FieldFlaw> unknown = values.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .map(name -> new FieldFlaw(path + name, new Flaw("unknown_field")))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "unknown_field").naming(unknown);
        }
        return this;
    }

    /// As [#allowing], for one of many rows: what is not known is one more flaw of it.
    public void noting(String... names) {
        Set<String> allowed = Set.of(names);
        values.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> add(name, List.of(new Flaw("unknown_field"))));
    }

    /// The objects of a list; nothing where an element is something else.
    public List<Optional<Fields>> rows(String name, int most) {
        if (!has(name)) {
            add(name, List.of(new Flaw("required")));
            return List.of();
        }
        if (!(values.get(name) instanceof List<?> elements)) {
            add(name, List.of(new Flaw("not_list")));
            return List.of();
        }
        if (elements.size() > most) {
            add(name, List.of(new Flaw("too_many_rows", most)));
            return List.of();
        }
        return elements.stream().map(Fields::row).toList();
    }

    /// Names are text wherever an object was read.
    @SuppressWarnings("unchecked")
    private static Optional<Fields> row(Object element) {
        return element instanceof Map<?, ?> members
                ? Optional.of(new Fields((Map<String, Object>) members))
                : Optional.empty();
    }

    public boolean has(String name) {
        return values.containsKey(name) && values.get(name) != StrictJson.NULL;
    }

    /// Whether it is there to say that nothing is to be there.
    public boolean isNull(String name) {
        return values.containsKey(name) && values.get(name) == StrictJson.NULL;
    }

    public <T> Field<T> required(String name, Function<String, Parsed<T>> parser) {
        return has(name) ? read(name, parser) : flawed(name, NOTHING);
    }

    /// A field that may be left out or be null.
    public <T> Field<T> optional(String name, Function<String, Parsed<T>> parser) {
        return has(name) ? read(name, parser) : new Field<>(null);
    }

    /// A yes or no that may be left out or be null.
    public Field<Boolean> optionalFlag(String name) {
        if (!has(name)) {
            return new Field<>(null);
        }
        return values.get(name) instanceof Boolean flag
                ? new Field<>(flag)
                : flawed(name, Parsed.flawed(new Flaw("not_boolean")));
    }

    /// A list of texts that may be left out or be null; what is wrong with one of them is told as `name[0]`.
    public <T> Field<List<T>> optionalList(String name, Function<String, Parsed<T>> parser, int most) {
        if (!has(name)) {
            return new Field<>(null);
        }
        if (!(values.get(name) instanceof List<?> elements)) {
            return flawed(name, Parsed.flawed(new Flaw("not_list")));
        }
        if (elements.size() > most) {
            return flawed(name, Parsed.flawed(new Flaw("list_too_long", most)));
        }
        var inner = new LinkedHashMap<String, Object>();
        elements.forEach(element -> inner.put(name + '[' + inner.size() + ']', element));
        var each = new Fields(inner, path, flaws);
        List<T> read = new ArrayList<>();
        inner.keySet()
                .forEach(one ->
                        Optional.ofNullable(each.required(one, parser).orNull()).ifPresent(read::add));
        return new Field<>(read);
    }

    /// A text that may be left out, be null, or say nothing.
    public <T> Field<T> optionalOr(String name, Function<String, Parsed<T>> parser, T nothing) {
        return isNull(name) || "".equals(values.get(name)) ? new Field<>(nothing) : optional(name, parser);
    }

    /// A field as it is, for those who tell by themselves what is wrong with it; what is no text is told as ever.
    public Optional<String> text(String name) {
        return Optional.ofNullable(optional(name, Parsed::of).orNull());
    }

    /// A field as it was sent, if it is text, whatever else is wrong with it.
    public Optional<String> raw(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// Adds what was found wrong with other fields, so that all is told together.
    public void addAll(List<FieldFlaw> more) {
        flaws.addAll(more);
    }

    /// Adds what was found wrong elsewhere, so that it is told together with the rest.
    public void add(String name, List<Flaw> moreFlaws) {
        moreFlaws.forEach(flaw -> flaws.add(new FieldFlaw(path + name, flaw)));
    }

    public boolean isFlawed() {
        return !flaws.isEmpty();
    }

    public void refuseIfFlawed() {
        if (isFlawed()) {
            throw Refusal.invalid(flaws);
        }
    }

    public List<FieldFlaw> flaws() {
        return List.copyOf(flaws);
    }

    private <T> Field<T> read(String name, Function<String, Parsed<T>> parser) {
        if (!(values.get(name) instanceof String text)) {
            return flawed(name, Parsed.flawed(new Flaw("not_text")));
        }
        return text.isEmpty() ? flawed(name, NOTHING) : take(name, parser.apply(text));
    }

    private <T> Field<T> take(String name, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(var value) -> new Field<>(value);
            case Parsed.Invalid<T> invalid -> flawed(name, invalid);
        };
    }

    private <T> Field<T> flawed(String name, Parsed<?> parsed) {
        if (parsed instanceof Parsed.Invalid<?>(var found)) {
            add(name, found);
        }
        return new Field<>(null);
    }
}
