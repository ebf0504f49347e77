package dev.beranda.adapter.persistence.privacy;

import static org.jooq.impl.DSL.noCondition;

import dev.beranda.domain.user.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;

/// What one table holds about a person: which rows are about them, what of these they are told, and what becomes of
/// them when the person leaves.
public final class Holding {

    private final Table<?> table;
    private final String list;
    private final Function<UserId, Condition> about;
    private final List<Field<?>> told;
    private final Map<Field<?>, String> untold;
    private final Map<Field<?>, String> others;
    private final Fate fate;
    private final Optional<Enclosing> enclosing;

    private Holding(
            Table<?> table,
            String list,
            Function<UserId, Condition> about,
            List<Field<?>> told,
            Map<Field<?>, String> untold,
            Map<Field<?>, String> others,
            Fate fate,
            Optional<Enclosing> enclosing) {
        this.table = table;
        this.list = list;
        this.about = about;
        this.told = List.copyOf(told);
        this.untold = Map.copyOf(untold);
        this.others = Map.copyOf(others);
        this.fate = fate;
        this.enclosing = enclosing;
    }

    /// A column that is handed out as files.
    record Enclosing(Field<byte[]> content, Function<Record, String> name) {}

    /// What becomes of the rows when the person leaves.
    public sealed interface Fate {

        /// A foreign key takes them along with the person's own row.
        record Goes() implements Fate {}

        /// Somebody has to see to it: delete them, or take out of them whose they were.
        record Ends(Function<UserId, Query> how) implements Fate {}

        /// The same, but only once the person's own row is gone.
        record EndsAfterwards(Function<UserId, Query> how) implements Fate {}

        /// They say nothing about the person any more, or must not go.
        record Stays(String because) implements Fate {}
    }

    /// @param list what the person finds them under
    /// @param about which rows are about a person
    public static Holding of(Table<?> table, String list, Function<UserId, Condition> about) {
        return new Holding(table, list, about, List.of(), Map.of(), Map.of(), new Fate.Stays(""), Optional.empty());
    }

    /// Nobody can be recognised in this table.
    public static Holding ofNobody(Table<?> table, String because) {
        return new Holding(
                table,
                "",
                _ -> noCondition(),
                List.of(),
                Map.of(),
                Map.of(),
                new Fate.Stays(because),
                Optional.empty());
    }

    /// What the person is told, under the names of the fields. Never a secret.
    public Holding telling(Field<?>... fields) {
        List<Field<?>> all = new ArrayList<>(told);
        all.addAll(Arrays.asList(fields));
        return new Holding(table, list, about, all, untold, others, fate, enclosing);
    }

    /// What the person is not told as it stands there.
    public Holding withholding(String because, Field<?>... fields) {
        Map<Field<?>, String> all = new LinkedHashMap<>(untold);
        Arrays.stream(fields).forEach(field -> all.put(field, because));
        return new Holding(table, list, about, told, all, others, fate, enclosing);
    }

    /// Whoever is named there, the rows are not about them.
    public Holding namingOthers(String because, Field<?>... fields) {
        Map<Field<?>, String> all = new LinkedHashMap<>(others);
        Arrays.stream(fields).forEach(field -> all.put(field, because));
        return new Holding(table, list, about, told, untold, all, fate, enclosing);
    }

    /// What the person is handed as a file for each row.
    ///
    /// @param name made of what they are told of the row
    public Holding enclosing(Field<byte[]> content, Function<Record, String> name) {
        return new Holding(table, list, about, told, untold, others, fate, Optional.of(new Enclosing(content, name)));
    }

    /// A foreign key takes the rows along with the person's own.
    public Holding going() {
        return ending(new Fate.Goes());
    }

    /// @param how to delete them, or to take out of them whose they were; it runs in the transaction of the farewell
    public Holding ending(Function<UserId, Query> how) {
        return ending(new Fate.Ends(how));
    }

    public Holding endingAfterwards(Function<UserId, Query> how) {
        return ending(new Fate.EndsAfterwards(how));
    }

    public Holding staying(String because) {
        return ending(new Fate.Stays(because));
    }

    private Holding ending(Fate ending) {
        return new Holding(table, list, about, told, untold, others, ending, enclosing);
    }

    Table<?> table() {
        return table;
    }

    boolean isOfNobody() {
        return list.isEmpty();
    }

    String list() {
        return list;
    }

    Condition about(UserId person) {
        return about.apply(person);
    }

    List<Field<?>> told() {
        return told;
    }

    Map<Field<?>, String> untold() {
        return untold;
    }

    Map<Field<?>, String> others() {
        return others;
    }

    Optional<Enclosing> enclosing() {
        return enclosing;
    }

    Fate fate() {
        return fate;
    }

    Optional<Query> ending(UserId person) {
        return fate instanceof Fate.Ends(var how) ? Optional.of(how.apply(person)) : Optional.empty();
    }

    Optional<Query> endingAfterwards(UserId person) {
        return fate instanceof Fate.EndsAfterwards(var how) ? Optional.of(how.apply(person)) : Optional.empty();
    }
}
