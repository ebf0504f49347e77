package dev.beranda.application.post;

import dev.beranda.domain.post.Differences;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Writer;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Show a version of a post, and what became different with it.
public final class ShowRevision {

    public record Query(Writer by, PostKey post, int number) {}

    /// What was different in the version before, as far as that one is still kept.
    public record Change(RevisionTextView before, String difference) {}

    public sealed interface Outcome {

        /// @param change nothing for the first that is kept
        record Shown(RevisionTextView revision, @Nullable Change change) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NoSuchRevision() implements Outcome {}

        record NotYours() implements Outcome {}
    }

    private final Posts posts;
    private final RevisionReader reader;
    private final Differences differences;
    private final Clock clock;

    public ShowRevision(Posts posts, RevisionReader reader, Differences differences, Clock clock) {
        this.posts = posts;
        this.reader = reader;
        this.differences = differences;
        this.clock = clock;
    }

    public Outcome show(Query query) {
        return posts.find(query.post()).map(post -> show(post, query)).orElseGet(Outcome.NoSuchPost::new);
    }

    private Outcome show(Post post, Query query) {
        if (!post.isInHandsOf(query.by())) {
            return post.isOpen(clock.instant()) ? new Outcome.NotYours() : new Outcome.NoSuchPost();
        }
        return reader.find(post.id(), query.number())
                .<Outcome>map(revision ->
                        new Outcome.Shown(revision, change(post.id(), revision).orElse(null)))
                .orElseGet(Outcome.NoSuchRevision::new);
    }

    private Optional<Change> change(PostId post, RevisionTextView revision) {
        return reader.find(post, revision.revision().number() - 1)
                .map(before -> new Change(
                        before,
                        differences.between(
                                before.story().body(), revision.story().body())));
    }
}
