package dev.beranda.application.user;

import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.Suspension;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Shut somebody out, or let them in again. Shut out, they cannot log in or refresh, and their tokens are
/// worth nothing.
public final class SuspendUser {

    public record Command(Actor by, UserId user, boolean disabled) {}

    public sealed interface Outcome {

        record Done(User user) implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private final Users users;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public SuspendUser(Users users, DomainEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome suspend(Command command) {
        if (!command.by().mayAdminister(command.user())) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> users.find(command.user())
                .map(user -> carryOut(decide(user, command)))
                .orElseGet(Outcome.NoSuchUser::new));
    }

    private Suspension decide(User user, Command command) {
        var by = command.by().id();
        return command.disabled() ? user.disable(by, clock.instant()) : user.enable(by, clock.instant());
    }

    private Outcome carryOut(Suspension decision) {
        return switch (decision) {
            case Suspension.Changed(var user, var event) -> {
                users.save(user);
                events.append(event);
                yield new Outcome.Done(user);
            }
            case Suspension.Unchanged(var user) -> new Outcome.Done(user);
        };
    }
}
