package dev.beranda.domain.post;

import java.time.Instant;
import java.util.List;

/// Posts whose moment has come, and of which nobody was told yet.
public interface Premieres {

    /// @param most those that have waited longest come first
    List<PostId> due(Instant now, int most);

    /// Notes that the house is told of one. It is no save: whoever is writing on it does not have to mind.
    ///
    /// @return false if it was told already, or is not to be read any more
    boolean begin(PostId post, Instant now);
}
