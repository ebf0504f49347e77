package dev.beranda.domain.shared;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// All or nothing. Work that waits for people or burns CPU (hashing a password) stands outside.
///
/// Work given to [#write] runs again, on fresh state, when it lost a race ([StaleAggregate]) or the database
/// asks for it; so it reads what it decides on inside, and has no other effect than through ports that share the
/// transaction. A use case decides first and writes then: returning normally commits.
public interface Transactions {

    <T> T write(Supplier<T> work);

    /// For long looks at many things: all is seen as it was at one moment, whatever others write meanwhile. Nothing can
    /// be written inside.
    <T> T look(Supplier<T> work);

    /// Keeps all that is written in the course of the work together, and with it what is written of its result at the
    /// end: for whoever stands around use cases and must not be cut off from them. The transaction begins with the
    /// first write, not before; that one runs again when it loses a race, a later one ends it all.
    <T> T gather(Supplier<T> work, Consumer<T> ending);
}
