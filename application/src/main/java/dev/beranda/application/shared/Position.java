package dev.beranda.application.shared;

import java.util.List;

/// Where in a list somebody stopped reading: what the last row they saw is sorted by. It is found again whatever came
/// or went since, so nothing is seen twice and nothing missed.
public record Position(List<String> keys) {

    public Position {
        keys = List.copyOf(keys);
    }

    public static Position of(Object... keys) {
        return new Position(List.of(keys).stream().map(Object::toString).toList());
    }
}
