package dev.beranda.application.letter;

import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Confirmation;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Show that the address of an account is one's own.
public final class ConfirmEmail {

    public record Command(Proof proof) {}

    public sealed interface Outcome {

        record Confirmed() implements Outcome {}

        record NotGood() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ConfirmEmail(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome confirm(Command command) {
        return inspector
                .inspect(command.proof(), Purpose.CONFIRM_EMAIL, clock.instant())
                .map(ticket -> transactions.write(() -> redeem(ticket)))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome redeem(Ticket ticket) {
        return users.find(ticket.user())
                .map(user -> user.confirm(ticket.address(), clock.instant()))
                .filter(_ -> tickets.take(ticket, clock.instant()))
                .map(this::carryOut)
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome carryOut(Confirmation decision) {
        return switch (decision) {
            case Confirmation.Confirmed(var user, var event) -> {
                users.save(user);
                events.append(event);
                yield new Outcome.Confirmed();
            }
            case Confirmation.Unchanged _ -> new Outcome.Confirmed();
            case Confirmation.AnotherAddress() -> new Outcome.NotGood();
        };
    }
}
