package dev.beranda.application.post;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.shared.SearchText;

/// Show the posts that say something.
public final class SearchPosts {

    public record Query(
            SearchText words,
            PostReader.Selection selection,
            PostReader.Which which,
            PostOrder order,
            PageRequest page) {}

    private final PostFinder posts;

    public SearchPosts(PostFinder posts) {
        this.posts = posts;
    }

    public Page<FoundPostView> search(Query query) {
        return posts.find(query.words(), query.selection(), query.which(), query.order(), query.page());
    }
}
