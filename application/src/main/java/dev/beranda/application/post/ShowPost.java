package dev.beranda.application.post;

import dev.beranda.domain.post.PostKey;
import java.util.Optional;

/// Show somebody a post they may see.
public final class ShowPost {

    public record Query(PostKey post, Audience audience) {}

    private final PostReader posts;

    public ShowPost(PostReader posts) {
        this.posts = posts;
    }

    public Optional<PostView> show(Query query) {
        return posts.find(query.post(), query.audience());
    }
}
