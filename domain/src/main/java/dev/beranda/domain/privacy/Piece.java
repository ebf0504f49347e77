package dev.beranda.domain.privacy;

import dev.beranda.domain.shared.Content;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One piece of what is held about a person. What belongs to one list of one word comes one after the other.
public sealed interface Piece {

    /// The business word that keeps it.
    String word();

    /// @param list what it is one of, e.g. `sessions`
    /// @param facts words, lists of words, numbers, truths, and [Json]; what is not known is left out
    record Entry(String word, String list, Map<String, Object> facts) implements Piece {}

    /// A file. What there is of these comes after everything else.
    ///
    /// @param file opens it; nothing if it is gone by then. Whoever opens it lets go of it
    record Enclosure(String word, String name, Supplier<Optional<Content>> file) implements Piece {}

    /// Something that is JSON already.
    record Json(String text) {}
}
