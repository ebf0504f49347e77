package dev.beranda.application.post;

import dev.beranda.domain.post.PostEvent;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Premieres;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;

/// Tell the rest of the house that a post can be read whose moment has come: once, whoever else tries, and whatever
/// breaks in between.
public final class AnnouncePost {

    public record Command(PostId post) {}

    public sealed interface Outcome {

        record Announced() implements Outcome {}

        /// Somebody else did, or it is not to be read any more.
        record NothingToTell() implements Outcome {}
    }

    private final Premieres premieres;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public AnnouncePost(Premieres premieres, DomainEvents events, Transactions transactions, Clock clock) {
        this.premieres = premieres;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome announce(Command command) {
        return transactions.write(() -> {
            Instant now = clock.instant();
            return premieres
                    .begin(command.post(), now)
                    .map(news -> told(news.of(command.post(), now)))
                    .orElseGet(Outcome.NothingToTell::new);
        });
    }

    private Outcome told(PostEvent event) {
        events.append(event);
        return new Outcome.Announced();
    }
}
