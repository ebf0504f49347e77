package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.post.PostKey;
import java.util.Optional;

/// Show what people say to a post.
public final class ListComments {

    public record Query(PostKey post, Audience audience, ThreadOrder order, PageRequest page) {}

    private final ThreadReader threads;

    public ListComments(ThreadReader threads) {
        this.threads = threads;
    }

    /// @return nothing if there is no such post for them
    public Optional<Page<CommentView>> list(Query query) {
        return threads.list(query.post(), query.audience(), query.order(), query.page());
    }
}
