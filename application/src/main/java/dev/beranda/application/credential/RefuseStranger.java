package dev.beranda.application.credential;

import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Say, having read the letter, that it was not oneself who came in.
public final class RefuseStranger {

    public record Command(Proof.Link proof) {}

    public sealed interface Outcome {

        /// @param passwordWithdrawn whether a letter follows
        record Refused(boolean passwordWithdrawn) implements Outcome {}

        record NotGood() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final ShutEverybodyOut shutEverybodyOut;
    private final Transactions transactions;
    private final Clock clock;

    public RefuseStranger(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            ShutEverybodyOut shutEverybodyOut,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.shutEverybodyOut = shutEverybodyOut;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome refuse(Command command) {
        return inspector
                .inspect(command.proof(), Purpose.REFUSE_STRANGER, clock.instant())
                .map(ticket -> transactions.write(() -> redeem(ticket)))
                .orElseGet(Outcome.NotGood::new);
    }

    /// Whoever reads an address the account has left is helped by the letter that told them so.
    private Outcome redeem(Ticket ticket) {
        return users.find(ticket.user())
                .filter(user -> user.email().equals(ticket.address()))
                .filter(_ -> tickets.take(ticket, clock.instant()))
                .<Outcome>map(user -> refuse(user, ticket))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome refuse(User user, Ticket ticket) {
        var out = shutEverybodyOut.shutOut(
                new ShutEverybodyOut.Command(user, ticket.issuedAt(), EndReason.REFUSED_BY_OWNER));
        return new Outcome.Refused(out.passwordWithdrawn());
    }
}
