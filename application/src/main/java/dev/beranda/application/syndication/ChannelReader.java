package dev.beranda.application.syndication;

import dev.beranda.application.post.PostReader.Which;
import java.util.Optional;

/// Reads what everybody sees, the newest first, with all it says.
public interface ChannelReader {

    /// @return nothing where there is no such tag, category or author
    Optional<ChannelView> find(Which which, int most);
}
