package dev.beranda.application.credential;

import dev.beranda.application.privacy.ForgetSquatter;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.AddressChange;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Undo the change of an address, as its former reader. Whoever gave it away knew how to come in, so everybody is shut
/// out, and a letter to the address that is in force again brings a new password. However often it was changed since,
/// and whoever tried to settle there without reading the mail: the address is its reader's.
public final class TakeAddressBack {

    public record Command(Proof.Link proof) {}

    public sealed interface Outcome {

        record TakenBack() implements Outcome {}

        record NotGood() implements Outcome {}

        /// Whoever reads its mail opened another account with it in between. The ticket stays good.
        record Taken() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final ForgetSquatter forgetSquatter;
    private final ShutEverybodyOut shutEverybodyOut;
    private final Transactions transactions;
    private final Clock clock;

    public TakeAddressBack(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            ForgetSquatter forgetSquatter,
            ShutEverybodyOut shutEverybodyOut,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.forgetSquatter = forgetSquatter;
        this.shutEverybodyOut = shutEverybodyOut;
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
        return users.find(ticket.user()).map(user -> redeem(user, ticket)).orElseGet(Outcome.NotGood::new);
    }

    private Outcome redeem(User user, Ticket ticket) {
        var place = new ForgetSquatter.Command(ticket.address(), user.id());
        if (forgetSquatter.forget(place) instanceof ForgetSquatter.Outcome.Inhabited) {
            return new Outcome.Taken();
        }
        if (!tickets.take(ticket, clock.instant())) {
            return new Outcome.NotGood();
        }
        User back = moved(user, ticket);
        tickets.voidLater(ticket, clock.instant());
        shutEverybodyOut.shutOut(new ShutEverybodyOut.Command(back, cameAt(ticket), EndReason.EMAIL_TAKEN_BACK));
        return new Outcome.TakenBack();
    }

    /// No news of it goes to the address that is left: nobody there is to undo the undoing.
    private User moved(User user, Ticket ticket) {
        if (!(user.moveTo(ticket.address(), clock.instant()) instanceof AddressChange.Changed(var moved, var _))) {
            return user;
        }
        if (!users.saveAt(moved)) {
            throw new StaleAggregate("An address");
        }
        return moved;
    }

    /// When the address was given away, or before that, if its reader was told of a stranger.
    private Instant cameAt(Ticket ticket) {
        return tickets.find(ticket.address(), Purpose.REFUSE_STRANGER)
                .filter(alarm -> alarm.user().equals(ticket.user()))
                .map(Ticket::issuedAt)
                .filter(alarm -> alarm.isBefore(ticket.issuedAt()))
                .orElse(ticket.issuedAt());
    }
}
