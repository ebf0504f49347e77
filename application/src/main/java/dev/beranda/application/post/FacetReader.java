package dev.beranda.application.post;

import dev.beranda.application.post.PostReader.Which;
import dev.beranda.domain.shared.SearchText;
import org.jspecify.annotations.Nullable;

/// Counts posts by what they have in common, of those that everybody sees.
public interface FacetReader {

    /// @param words nothing for whatever they say; where nothing has them, titles that resemble them are counted, as in
    /// a search
    FacetsView count(@Nullable SearchText words, Which which);
}
