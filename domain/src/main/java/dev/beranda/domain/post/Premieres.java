package dev.beranda.domain.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Posts whose moment has come, and of which nobody was told yet.
public interface Premieres {

    /// @param most those that have waited longest come first
    List<PostId> due(Instant now, int most);

    /// Notes that the house is told of one. It is no save: whoever is writing on it does not have to mind.
    ///
    /// @return what it is told; nothing if it was told already, or is not to be read any more
    Optional<News.Untold> begin(PostId post, Instant now);
}
