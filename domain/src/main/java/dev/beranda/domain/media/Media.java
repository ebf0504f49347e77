package dev.beranda.domain.media;

import dev.beranda.domain.shared.StaleAggregate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is there to write with: all that is known of it but the bytes, which lie on the [Shelves].
public interface Media {

    enum Admission {
        ADDED,
        /// All of its owner's together would take more room than anybody has.
        OVER_QUOTA,
        /// Its owner is not there any more.
        OWNER_GONE
    }

    Optional<Medium> find(MediaId id);

    /// Of many at once of one owner, no more are added than the quota has room for. What is nobody's counts for nobody.
    ///
    /// @param quota bytes that all of one owner's may take together
    Admission add(Medium medium, long quota);

    /// @throws StaleAggregate if somebody was faster
    Medium save(Medium medium);

    void remove(MediaId id);

    /// Those of them that are there.
    Set<MediaId> known(List<MediaId> ids);
}
