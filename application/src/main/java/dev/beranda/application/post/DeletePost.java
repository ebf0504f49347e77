package dev.beranda.application.post;

import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.post.Discarding;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostEvent;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Trash;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.util.Map;

/// Delete a post that lies in the trash for good, with all that hangs on it. Nobody can undo it.
public final class DeletePost {

    public record Command(Writer by, Origin from, PostKey post, BasedOn seen) {}

    public sealed interface Outcome {

        record Deleted() implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NotYours() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        record NotInTrash() implements Outcome {}
    }

    private final Posts posts;
    private final Trash trash;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public DeletePost(
            Posts posts, Trash trash, AuditLog log, DomainEvents events, Transactions transactions, Clock clock) {
        this.posts = posts;
        this.trash = trash;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome delete(Command command) {
        return transactions.write(() ->
                posts.find(command.post()).map(post -> delete(post, command)).orElseGet(Outcome.NoSuchPost::new));
    }

    private Outcome delete(Post post, Command command) {
        return switch (post.discard(command.by(), clock.instant())) {
            case Discarding.NotTheirs() -> notTheirs(post, command.by());
            case Discarding.NotFromHere() -> new Outcome.NotInTrash();
            case Discarding.Discarded _ when !command.seen().covers(post.version()) -> new Outcome.Stale();
            case Discarding.Discarded(var event) -> carryOut(post, event, command);
        };
    }

    private Outcome notTheirs(Post post, Writer by) {
        return post.isInHandsOf(by) || post.isOpen(clock.instant()) ? new Outcome.NotYours() : new Outcome.NoSuchPost();
    }

    private Outcome carryOut(Post post, PostEvent.Deleted event, Command command) {
        trash.remove(post);
        events.append(event);
        log.append(new AuditEntry(
                event.at(),
                command.by().id(),
                command.from(),
                AuditAction.POST_DELETED,
                post.id().toString(),
                Map.of("slug", post.slug().value()),
                Map.of()));
        return new Outcome.Deleted();
    }
}
