package dev.beranda.application.letter;

import dev.beranda.domain.letter.Annulment;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.AddressChange;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Undo the change of an address, as its former reader. Whoever is logged in may be who gave it away, so everybody is
/// out; a new password comes with a reset, by the address that is in force again.
public final class TakeAddressBack {

    public record Command(Proof proof) {}

    public sealed interface Outcome {

        record TakenBack() implements Outcome {}

        record NotGood() implements Outcome {}

        /// Somebody opened another account with it in between.
        record Taken() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final Evictions evictions;
    private final Annulment annulment;
    private final Transactions transactions;
    private final Clock clock;

    public TakeAddressBack(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Evictions evictions,
            Annulment annulment,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.evictions = evictions;
        this.annulment = annulment;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome takeBack(Command command) {
        return inspector
                .inspect(command.proof(), Purpose.UNDO_EMAIL_CHANGE, clock.instant())
                .map(ticket -> transactions.write(() -> redeem(ticket)))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome redeem(Ticket ticket) {
        Instant now = clock.instant();
        return users.find(ticket.user())
                .filter(_ -> tickets.take(ticket))
                .map(user -> carryOut(user.moveTo(ticket.address(), now), ticket, now))
                .orElseGet(Outcome.NotGood::new);
    }

    /// No news of it goes to the address that is left: nobody there is to undo the undoing.
    private Outcome carryOut(AddressChange decision, Ticket ticket, Instant now) {
        if (decision instanceof AddressChange.Changed(var user, var _) && !users.saveAt(user)) {
            return new Outcome.Taken();
        }
        evictions.endAll(ticket.user(), EndReason.EMAIL_TAKEN_BACK, now);
        annulment.annul(ticket.user(), ticket.address(), now);
        return new Outcome.TakenBack();
    }
}
