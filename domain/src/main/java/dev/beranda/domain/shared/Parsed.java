package dev.beranda.domain.shared;

import java.util.List;

/// A value from outside after it was read: either ours now, or everything that is wrong with it.
public sealed interface Parsed<T> {

    record Valid<T>(T value) implements Parsed<T> {}

    record Invalid<T>(List<Flaw> flaws) implements Parsed<T> {

        public Invalid {
            flaws = List.copyOf(flaws);
        }
    }

    static <T> Parsed<T> of(T value) {
        return new Valid<>(value);
    }

    static <T> Parsed<T> flawed(Flaw flaw) {
        return new Invalid<>(List.of(flaw));
    }
}
