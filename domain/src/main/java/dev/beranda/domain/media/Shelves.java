package dev.beranda.domain.media;

import dev.beranda.domain.shared.Content;
import java.util.List;
import java.util.Optional;

/// Where the bytes of media lie. They are put there before anything says that they are, and taken away after; so a
/// crash leaves bytes that nobody knows of, and never a medium without its bytes.
///
/// What cannot be reached throws [ShelvesOutOfReach], what has no room left [ShelvesFull].
public interface Shelves {

    /// All of them, or none if anything fails. Nothing of that name may be there yet.
    void put(MediaId id, List<Sheet> sheets);

    /// @param print as it was put there; what is shorter or longer than it says is something else
    Optional<Content> find(MediaId id, Print print);

    /// Whatever is left of it.
    void remove(MediaId id);

    /// Of whom there are bytes, in their order.
    ///
    /// @param after where to go on; [MediaId#FIRST] for the beginning
    List<MediaId> held(MediaId after, int most);
}
