package dev.beranda.application.post;

import dev.beranda.application.post.PostReader.Which;
import dev.beranda.domain.shared.SearchText;
import org.jspecify.annotations.Nullable;

/// Tell by what the posts that somebody looks at could be narrowed, and how many would be left each time.
public final class CountFacets {

    /// @param words nothing for whatever they say
    public record Query(@Nullable SearchText words, Which which) {}

    private final FacetReader facets;

    public CountFacets(FacetReader facets) {
        this.facets = facets;
    }

    public FacetsView count(Query query) {
        return facets.count(query.words(), query.which());
    }
}
