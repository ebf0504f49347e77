package dev.beranda.application.privacy;

import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Parting;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Keep somebody who was to be forgotten. Who came in at the very moment they left is out, like everybody else.
public final class CancelErasure {

    public record Command(UserId user) {}

    public sealed interface Outcome {

        record Kept(User user) implements Outcome {}

        record NotLeaving() implements Outcome {}

        record NoSuchUser() implements Outcome {}
    }

    private final Users users;
    private final Evictions evictions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public CancelErasure(
            Users users, Evictions evictions, DomainEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.evictions = evictions;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome cancel(Command command) {
        return transactions.write(
                () -> users.find(command.user()).map(this::keep).orElseGet(Outcome.NoSuchUser::new));
    }

    private Outcome keep(User user) {
        Instant now = clock.instant();
        return switch (user.remain(now)) {
            case Parting.Unchanged _ -> new Outcome.NotLeaving();
            case Parting.Changed(var staying, var event) -> {
                User kept = users.save(staying);
                evictions.endAll(user.id(), EndReason.ERASURE, now);
                events.append(event);
                yield new Outcome.Kept(kept);
            }
        };
    }
}
