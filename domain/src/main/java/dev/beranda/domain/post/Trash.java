package dev.beranda.domain.post;

import dev.beranda.domain.shared.StaleAggregate;
import java.time.Instant;
import java.util.List;

/// What was thrown away, and can still be brought back.
public interface Trash {

    /// @param before thrown away before this moment
    /// @param most those that have lain there longest come first
    List<PostId> thrownAway(Instant before, int most);

    /// Deletes a post with all that hangs on it: what was said to it, who liked and kept it, what it was before.
    /// Its addresses are free for others. Where very much hangs on it, some of that goes a moment later; nobody
    /// finds it.
    ///
    /// @throws StaleAggregate if it is not there any more as it was seen
    void remove(Post post);
}
