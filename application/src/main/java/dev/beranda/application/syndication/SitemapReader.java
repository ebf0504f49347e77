package dev.beranda.application.syndication;

import java.util.List;
import java.util.Optional;

/// Reads where everything is that everybody sees.
public interface SitemapReader {

    /// All of it, or, where that is too much for one map, in which parts it comes.
    SitemapView whole();

    /// @return nothing where there is no such part, or nothing in it
    Optional<List<PlaceView>> part(int number);
}
