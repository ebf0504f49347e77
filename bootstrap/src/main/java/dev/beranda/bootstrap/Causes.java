package dev.beranda.bootstrap;

import java.util.Objects;
import java.util.stream.Stream;

/// What led to a failure, from the outside in.
final class Causes {

    /// Some name each other.
    private static final int DEEPEST = 50;

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    static Throwable last(Throwable failure) {
        return of(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    /// What it says of itself, in one line.
    static String line(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).strip();
        return words.lines().findFirst().orElse("").strip();
    }
}
