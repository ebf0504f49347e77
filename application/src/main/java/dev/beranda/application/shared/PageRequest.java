package dev.beranda.application.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Which piece of a list somebody wants.
///
/// @param from where they stand; nothing for the beginning
/// @param backwards whether they want what lies before it, and not behind
/// @param counted whether they want to know how long the whole list is
public record PageRequest(int limit, @Nullable Position from, boolean backwards, boolean counted) {

    public static final int LARGEST = 100;
    public static final int USUAL = 20;

    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("no such size of a page");
        }
        if (from == null && backwards) {
            throw new IllegalArgumentException("nothing lies before the beginning");
        }
    }

    /// Onwards from where they stand.
    public PageRequest(int limit, @Nullable Position from, boolean counted) {
        this(limit, from, false, counted);
    }

    /// How many rows to read: one more than is wanted tells whether there are any beyond.
    public int reach() {
        return limit + 1;
    }

    /// @param rows as many as were within [#reach], the nearest to where they stand first
    /// @param position of a row
    public <T> Page<T> cut(List<T> rows, Function<T, Position> position, LongSupplier total) {
        List<T> nearest = rows.subList(0, Math.min(limit, rows.size()));
        List<T> items = backwards ? nearest.reversed() : nearest;
        boolean isCut = rows.size() > limit;
        boolean hasMoreBefore = backwards ? isCut : from != null;
        boolean hasMoreBehind = backwards || isCut;
        return new Page<>(
                items,
                hasMoreBefore && !items.isEmpty() ? position.apply(items.getFirst()) : null,
                hasMoreBehind && !items.isEmpty() ? position.apply(items.getLast()) : null,
                counted ? total.getAsLong() : null);
    }
}
