package dev.beranda.application.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Which piece of a list somebody wants.
///
/// @param after where they stopped; nothing for the beginning
/// @param counted whether they want to know how long the whole list is
public record PageRequest(int limit, @Nullable Position after, boolean counted) {

    public static final int LARGEST = 100;
    public static final int USUAL = 20;

    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("no such size of a page");
        }
    }

    /// How many rows to read: one more than is wanted tells whether there are any behind.
    public int reach() {
        return limit + 1;
    }

    /// @param rows as many as were within [#reach]
    /// @param position of a row
    public <T> Page<T> cut(List<T> rows, Function<T, Position> position, LongSupplier total) {
        List<T> items = rows.subList(0, Math.min(limit, rows.size()));
        Position next = rows.size() > limit ? position.apply(items.getLast()) : null;
        return new Page<>(items, next, counted ? total.getAsLong() : null);
    }
}
