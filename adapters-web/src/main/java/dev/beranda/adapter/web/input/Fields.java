package dev.beranda.adapter.web.input;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
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
    private final List<FieldFlaw> flaws = new ArrayList<>();

    public Fields(Map<String, Object> values) {
        this.values = values;
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
                .map(name -> new FieldFlaw(name, new Flaw("unknown_field")))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "unknown_field").naming(unknown);
        }
        return this;
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

    /// A field as it is, for those who tell by themselves what is wrong with it; what is no text is told as ever.
    public Optional<String> text(String name) {
        return Optional.ofNullable(optional(name, Parsed::of).orNull());
    }

    /// Adds what was found wrong elsewhere, so that it is told together with the rest.
    public void add(String name, List<Flaw> moreFlaws) {
        moreFlaws.forEach(flaw -> flaws.add(new FieldFlaw(name, flaw)));
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
