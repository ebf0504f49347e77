package dev.beranda.domain.letter;

import dev.beranda.domain.shared.Transactions;
import java.util.function.Function;

/// Issues tickets and sends the letters that carry them: the same letter whenever it is done again for one event, or
/// none once the ticket was used or voided.
public final class TicketDesk {

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
        transactions
                .write(() -> {
                    tickets.issue(ticket);
                    return tickets.find(ticket.id());
                })
                .map(issued -> new Sealed(issued, seals.tokenOf(issued), seals.codeOf(issued)))
                .map(letter)
                .ifPresent(letters::send);
    }

    /// A ticket as its letter shows it.
    public record Sealed(Ticket ticket, TicketToken token, TicketCode code) {

        public Content.Invitation invitation() {
            return new Content.Invitation(ticket.purpose(), token, code, ticket.expiresAt());
        }
    }
}
