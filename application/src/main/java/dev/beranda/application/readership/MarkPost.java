package dev.beranda.application.readership;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.readership.Mark;
import dev.beranda.domain.readership.Marks;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;

/// Like a post, or keep it for later. To do it again changes nothing, and is no news.
public final class MarkPost {

    public record Command(Mark mark, PostKey post, UserId reader) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        /// Or none that everybody can read.
        record NoSuchPost() implements Outcome {}
    }

    private final ReadershipReader posts;
    private final Marks marks;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public MarkPost(ReadershipReader posts, Marks marks, DomainEvents events, Transactions transactions, Clock clock) {
        this.posts = posts;
        this.marks = marks;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome mark(Command command) {
        return transactions.write(() ->
                posts.legible(command.post()).map(post -> mark(command, post)).orElseGet(Outcome.NoSuchPost::new));
    }

    private Outcome mark(Command command, PostId post) {
        var now = clock.instant();
        if (marks.leave(command.mark(), post, command.reader(), now)) {
            command.mark().news(post, command.reader(), now).ifPresent(events::append);
        }
        return new Outcome.Done();
    }
}
