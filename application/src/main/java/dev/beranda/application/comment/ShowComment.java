package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.domain.comment.CommentId;
import java.util.Optional;

/// Show somebody a comment they may see.
public final class ShowComment {

    public record Query(CommentId comment, Audience audience) {}

    private final ThreadReader threads;

    public ShowComment(ThreadReader threads) {
        this.threads = threads;
    }

    public Optional<CommentView> show(Query query) {
        return threads.find(query.comment(), query.audience());
    }
}
