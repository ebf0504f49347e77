package dev.beranda.domain.letter;

import dev.beranda.domain.shared.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Issues tickets and sends the letters that carry them: the same letter whenever it is done again for one event, or
/// none once the ticket was used or voided.
public final class TicketDesk {

    /// By how much sooner than a new ticket one that stands may end.
    private static final Duration A_WHILE = Duration.ofDays(4);

    private final Tickets tickets;
    private final TicketSeals seals;
    private final Letters letters;
    private final Transactions transactions;

    public TicketDesk(Tickets tickets, TicketSeals seals, Letters letters, Transactions transactions) {
        this.tickets = tickets;
        this.seals = seals;
        this.letters = letters;
        this.transactions = transactions;
    }

    /// To be called outside of transactions: what a letter carries must be there when it is read.
    ///
    /// @param letter written about the ticket as it stands, with its token and its code
    public void send(Ticket ticket, Function<Sealed, Letter> letter) {
        transactions.write(() -> issued(ticket)).ifPresent(good -> write(good, letter));
    }

    /// The same, but with the ticket that stands, if it is good for a while yet: whichever of many letters somebody
    /// opens, its link works.
    public void sendStanding(Ticket ticket, Function<Sealed, Letter> letter) {
        transactions.write(() -> standing(ticket).or(() -> issued(ticket))).ifPresent(good -> write(good, letter));
    }

    private Optional<Ticket> issued(Ticket ticket) {
        tickets.issue(ticket);
        return tickets.find(ticket.id());
    }

    private void write(Ticket ticket, Function<Sealed, Letter> letter) {
        letters.send(letter.apply(new Sealed(ticket, seals.tokenOf(ticket), seals.codeOf(ticket))));
    }

    private Optional<Ticket> standing(Ticket ticket) {
        return tickets.find(ticket.address(), ticket.purpose())
                .filter(standing -> standing.user().equals(ticket.user()))
                .filter(standing -> standing.isGood(ticket.expiresAt().minus(A_WHILE)));
    }

    /// A ticket as its letter shows it.
    public record Sealed(Ticket ticket, TicketToken token, TicketCode code) {

        public Content.Invitation invitation() {
            return new Content.Invitation(ticket.purpose(), token, code, ticket.expiresAt());
        }
    }
}
