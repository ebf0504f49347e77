package dev.beranda.application.post;

import dev.beranda.domain.post.Discarding;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Trash;
import dev.beranda.domain.post.TrashPeriod;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;

/// Delete a post for good that has lain in the trash long enough: once, whoever else tries; unless somebody brings it
/// back before.
public final class ExpirePost {

    public record Command(PostId post) {}

    public sealed interface Outcome {

        record Deleted() implements Outcome {}

        /// It is gone already, or stays.
        record NothingToDelete() implements Outcome {}
    }

    private final Posts posts;
    private final Trash trash;
    private final TrashPeriod period;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ExpirePost(
            Posts posts, Trash trash, TrashPeriod period, DomainEvents events, Transactions transactions, Clock clock) {
        this.posts = posts;
        this.trash = trash;
        this.period = period;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome expire(Command command) {
        Instant now = clock.instant();
        return period.endedFor(now)
                .map(ended -> transactions.write(() -> posts.find(new PostKey.Id(command.post()))
                        .map(post -> expire(post, ended, now))
                        .orElseGet(Outcome.NothingToDelete::new)))
                .orElseGet(Outcome.NothingToDelete::new);
    }

    private Outcome expire(Post post, Instant ended, Instant now) {
        if (!(post.expire(ended, now) instanceof Discarding.Discarded(var event))) {
            return new Outcome.NothingToDelete();
        }
        trash.remove(post);
        events.append(event);
        return new Outcome.Deleted();
    }
}
