package dev.beranda.application.post;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.shared.SearchText;

/// Finds posts by what they say. The order is [PostOrder.Key#RELEVANCE] or one of the others. Where nothing has the
/// words, the titles that resemble them are found.
public interface PostFinder {

    Page<FoundPostView> find(
            SearchText words,
            PostReader.Selection selection,
            PostReader.Which which,
            PostOrder order,
            PageRequest page);
}
