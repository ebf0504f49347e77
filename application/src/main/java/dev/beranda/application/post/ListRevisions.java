package dev.beranda.application.post;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Writer;
import java.time.Clock;

/// Show what a post was, saved version by saved version, to those who work on it.
public final class ListRevisions {

    public record Query(Writer by, PostKey post, PageRequest page) {}

    public sealed interface Outcome {

        record Listed(Page<RevisionView> revisions) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NotYours() implements Outcome {}
    }

    private final Posts posts;
    private final RevisionReader reader;
    private final Clock clock;

    public ListRevisions(Posts posts, RevisionReader reader, Clock clock) {
        this.posts = posts;
        this.reader = reader;
        this.clock = clock;
    }

    public Outcome list(Query query) {
        return posts.find(query.post()).map(post -> list(post, query)).orElseGet(Outcome.NoSuchPost::new);
    }

    private Outcome list(Post post, Query query) {
        if (!post.isInHandsOf(query.by())) {
            return post.isOpen(clock.instant()) ? new Outcome.NotYours() : new Outcome.NoSuchPost();
        }
        return new Outcome.Listed(reader.list(post.id(), query.page()));
    }
}
