package dev.beranda.application.privacy;

import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Keep one's account after all, having read the letter. It lets nobody in.
public final class KeepAccount {

    public record Command(Proof proof) {}

    public sealed interface Outcome {

        record Kept() implements Outcome {}

        record NotGood() implements Outcome {}
    }

    private final TicketInspector inspector;
    private final Tickets tickets;
    private final Users users;
    private final CancelErasure cancelErasure;
    private final Transactions transactions;
    private final Clock clock;

    public KeepAccount(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            CancelErasure cancelErasure,
            Transactions transactions,
            Clock clock) {
        this.inspector = inspector;
        this.tickets = tickets;
        this.users = users;
        this.cancelErasure = cancelErasure;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome keep(Command command) {
        return inspector
                .inspect(command.proof(), Purpose.KEEP_ACCOUNT, clock.instant())
                .map(ticket -> transactions.write(() -> redeem(ticket)))
                .orElseGet(Outcome.NotGood::new);
    }

    /// Whoever was shut out as well is not kept by an old letter, nor is anybody by one that went elsewhere.
    private Outcome redeem(Ticket ticket) {
        return users.find(ticket.user())
                .filter(user -> !user.disabled() && user.email().equals(ticket.address()))
                .filter(User::isLeaving)
                .filter(_ -> tickets.take(ticket, clock.instant()))
                .map(user -> cancelErasure.cancel(new CancelErasure.Command(user.id())))
                .filter(CancelErasure.Outcome.Kept.class::isInstance)
                .<Outcome>map(_ -> new Outcome.Kept())
                .orElseGet(Outcome.NotGood::new);
    }
}
