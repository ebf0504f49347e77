package dev.beranda.application.letter;

import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.AddressChange;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Take the new address one asked for, having read the letter there. Every session ends, as with any change of how one
/// comes in.
public final class MoveToNewAddress {

    public record Command(Proof proof) {}

    public sealed interface Outcome {

        record Moved() implements Outcome {}

        record NotGood() implements Outcome {}

        /// Somebody else has it by now.
        record Taken() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final Evictions evictions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public MoveToNewAddress(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Evictions evictions,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.evictions = evictions;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome move(Command command) {
        return inspector
                .inspect(command.proof(), Purpose.CHANGE_EMAIL, clock.instant())
                .map(ticket -> transactions.write(() -> redeem(ticket)))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome redeem(Ticket ticket) {
        return users.find(ticket.user())
                .filter(user -> !user.isBarred())
                .filter(_ -> tickets.take(ticket, clock.instant()))
                .map(user -> carryOut(user.moveTo(ticket.address(), clock.instant())))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome carryOut(AddressChange decision) {
        return switch (decision) {
            case AddressChange.Changed(var user, var event) -> {
                if (!users.saveAt(user)) {
                    yield new Outcome.Taken();
                }
                evictions.endAll(user.id(), EndReason.EMAIL_CHANGED, event.at());
                events.append(event);
                yield new Outcome.Moved();
            }
            case AddressChange.Unchanged _ -> new Outcome.Moved();
        };
    }
}
