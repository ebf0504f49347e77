package dev.beranda.application.post;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;

/// Show a list of posts.
public final class ListPosts {

    public record Query(PostReader.Selection selection, PostReader.Which which, PostOrder order, PageRequest page) {}

    private final PostReader posts;

    public ListPosts(PostReader posts) {
        this.posts = posts;
    }

    public Page<PostCardView> list(Query query) {
        return posts.list(query.selection(), query.which(), query.order(), query.page());
    }
}
