package dev.beranda.application.post;

import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.BasedOn;
import java.time.Clock;

/// Have a post be again what it once was, in its words and in how it is filed. It is one more save: what it is now
/// is kept like all before. What it was filed under and is gone since is left out, as it was from the posts that
/// had it.
public final class RestoreRevision {

    public record Command(Writer by, PostKey post, BasedOn seen, int number) {}

    public sealed interface Outcome {

        record Restored(PostView post) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NoSuchRevision() implements Outcome {}

        record NotYours() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        record InTrash() implements Outcome {}

        /// What could be set once cannot be by the rules of today.
        record TooTangled() implements Outcome {}
    }

    private final Posts posts;
    private final Revisions revisions;
    private final EditPost editPost;
    private final Clock clock;

    public RestoreRevision(Posts posts, Revisions revisions, EditPost editPost, Clock clock) {
        this.posts = posts;
        this.revisions = revisions;
        this.editPost = editPost;
        this.clock = clock;
    }

    /// What a revision says never changes, so it does not matter that what else happens happens later.
    public Outcome restore(Command command) {
        return posts.find(command.post()).map(post -> restore(post, command)).orElseGet(Outcome.NoSuchPost::new);
    }

    private Outcome restore(Post post, Command command) {
        if (!post.isInHandsOf(command.by())) {
            return post.isOpen(clock.instant()) ? new Outcome.NotYours() : new Outcome.NoSuchPost();
        }
        return revisions
                .find(post.id(), command.number())
                .map(revision -> turn(new EditPost.Return(revision), command))
                .orElseGet(Outcome.NoSuchRevision::new);
    }

    private Outcome turn(EditPost.Return back, Command command) {
        return switch (editPost.edit(new EditPost.Command(command.by(), command.post(), command.seen(), back))) {
            case EditPost.Outcome.Edited(var post) -> new Outcome.Restored(post);
            case EditPost.Outcome.NoSuchPost() -> new Outcome.NoSuchPost();
            case EditPost.Outcome.NotYours() -> new Outcome.NotYours();
            case EditPost.Outcome.Stale() -> new Outcome.Stale();
            case EditPost.Outcome.InTrash() -> new Outcome.InTrash();
            case EditPost.Outcome.TooTangled() -> new Outcome.TooTangled();
            case EditPost.Outcome.SlugTaken(), EditPost.Outcome.NoSuchCategory(), EditPost.Outcome.NoSuchCover() ->
                throw new IllegalStateException("what was not asked for was refused");
        };
    }
}
