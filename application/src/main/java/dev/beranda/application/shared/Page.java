package dev.beranda.application.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A piece of a list.
///
/// @param previous from where to go back, if there was more before
/// @param next from where to go on, if there is more
/// @param total of the whole list, where somebody asked
public record Page<T>(
        List<T> items,
        @Nullable Position previous,
        @Nullable Position next,
        @Nullable Long total) {

    public Page {
        items = List.copyOf(items);
    }

    /// Of a list that only goes on.
    public Page<T> onwards() {
        return new Page<>(items, null, next, total);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), previous, next, total);
    }
}
