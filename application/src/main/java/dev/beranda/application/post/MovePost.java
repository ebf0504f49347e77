package dev.beranda.application.post;

import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostEvent;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Premieres;
import dev.beranda.domain.post.StageChange;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Move a post on or back: give it out, now or later, take it back, throw it away, bring it back.
public final class MovePost {

    public record Command(Writer by, PostKey post, BasedOn seen, Step step) {}

    public sealed interface Step {

        record Publish() implements Step {}

        record PublishAt(Instant from) implements Step {}

        record Unpublish() implements Step {}

        record Trash() implements Step {}

        record Restore() implements Step {}
    }

    public sealed interface Outcome {

        record Done(PostView post) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NotYours() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        /// It lies in the trash, or it does not and was to be taken out of it.
        record NotFromHere() implements Outcome {}
    }

    private final Posts posts;
    private final Premieres premieres;
    private final PostReader reader;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public MovePost(
            Posts posts,
            Premieres premieres,
            PostReader reader,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.posts = posts;
        this.premieres = premieres;
        this.reader = reader;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome move(Command command) {
        return transactions.write(() ->
                posts.find(command.post()).map(post -> move(post, command)).orElseGet(Outcome.NoSuchPost::new));
    }

    private Outcome move(Post post, Command command) {
        Instant now = clock.instant();
        if (post.isInHandsOf(command.by()) && !command.seen().covers(post.version())) {
            return new Outcome.Stale();
        }
        return switch (step(post, command, now)) {
            case StageChange.NotTheirs() -> post.isOpen(now) ? new Outcome.NotYours() : new Outcome.NoSuchPost();
            case StageChange.NotFromHere() -> new Outcome.NotFromHere();
            case StageChange.Unchanged(var same) -> done(same, List.of(), command.by());
            case StageChange.Changed(var moved, var news) -> {
                announce(post, now);
                yield done(posts.save(moved), news, command.by());
            }
        };
    }

    /// That it could be read is told before what becomes of it, where nobody came to that yet.
    private void announce(Post post, Instant now) {
        if (post.isUntold(now)) {
            premieres.begin(post.id(), now).map(news -> news.of(post.id(), now)).ifPresent(events::append);
        }
    }

    private static StageChange step(Post post, Command command, Instant now) {
        return switch (command.step()) {
            case Step.Publish() -> post.publish(command.by(), now);
            case Step.PublishAt(var from) -> post.publish(command.by(), from, now);
            case Step.Unpublish() -> post.unpublish(command.by(), now);
            case Step.Trash() -> post.trash(command.by(), now);
            case Step.Restore() -> post.restore(command.by(), now);
        };
    }

    private Outcome done(Post post, List<PostEvent> news, Writer by) {
        news.forEach(events::append);
        return new Outcome.Done(
                reader.find(new PostKey.Id(post.id()), new Audience.One(by)).orElseThrow());
    }
}
