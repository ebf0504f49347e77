package dev.beranda.adapter.persistence.paging;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/// What the rows of a list are in order by: columns of which the last tells any two rows apart. It is walked either
/// way, and a page is what lies next to where one stands.
public record Sequence(List<Field<?>> columns, boolean falling) {

    public Sequence {
        columns = List.copyOf(columns);
    }

    public static Sequence rising(Field<?>... columns) {
        return new Sequence(List.of(columns), false);
    }

    public static Sequence falling(Field<?>... columns) {
        return new Sequence(List.of(columns), true);
    }

    /// The same of other columns, as of a table under another name.
    public Sequence by(Field<?>... others) {
        return new Sequence(List.of(others), falling);
    }

    /// The nearest first: going back, the rows come the other way round.
    public List<OrderField<?>> order(PageRequest page) {
        boolean falls = falls(page);
        return columns.stream()
                .<OrderField<?>>map(column -> falls ? column.desc() : column.asc())
                .toList();
    }

    /// What lies beyond where one stands, in the direction one goes.
    public Condition beyond(PageRequest page) {
        Position edge = page.from();
        return edge == null ? noCondition() : beyond(page, edge.keys());
    }

    /// @param edge of the row one stands at, a value for each column
    public Condition beyond(PageRequest page, List<?> edge) {
        if (edge.size() != columns.size()) {
            throw new IllegalArgumentException("a position of another list");
        }
        Field<?>[] here = new Field<?>[edge.size()];
        for (int i = 0; i < here.length; i++) {
            here[i] = like(columns.get(i), edge.get(i));
        }
        var place = row(columns.toArray(Field<?>[]::new));
        return falls(page) ? place.lt(row(here)) : place.gt(row(here));
    }

    private boolean falls(PageRequest page) {
        return falling != page.backwards();
    }

    private static <T> Field<T> like(Field<T> column, Object value) {
        return val(column.getDataType().convert(value), column);
    }
}
