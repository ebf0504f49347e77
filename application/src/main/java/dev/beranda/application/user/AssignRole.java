package dev.beranda.application.user;

import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.Appointment;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Change what somebody may do. Tokens that still say otherwise are worth nothing from then on.
public final class AssignRole {

    public record Command(Actor by, UserId user, Role role) {}

    public sealed interface Outcome {

        record Done(User user) implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private final Users users;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public AssignRole(Users users, DomainEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome assign(Command command) {
        if (!command.by().mayAdminister(command.user())) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> users.find(command.user())
                .map(user -> carryOut(user.assign(command.role(), command.by().id(), clock.instant())))
                .orElseGet(Outcome.NoSuchUser::new));
    }

    private Outcome carryOut(Appointment decision) {
        return switch (decision) {
            case Appointment.Changed(var user, var event) -> {
                users.save(user);
                events.append(event);
                yield new Outcome.Done(user);
            }
            case Appointment.Unchanged(var user) -> new Outcome.Done(user);
        };
    }
}
