package dev.beranda.domain.letter;

import java.time.Instant;
import java.util.Optional;

/// Finds the ticket somebody shows. It is not used up by that: whoever acts on it has to [Tickets#take] it.
public final class TicketInspector {

    private final Tickets tickets;
    private final TicketSeals seals;

    public TicketInspector(Tickets tickets, TicketSeals seals) {
        this.tickets = tickets;
        this.seals = seals;
    }

    /// To be asked outside of transactions: a guess counts, whatever comes of it.
    public Optional<Ticket> inspect(Proof proof, Purpose purpose, Instant now) {
        Optional<Ticket> shown =
                switch (proof) {
                    case Proof.Link(var token) -> seals.open(token, purpose).flatMap(tickets::find);
                    case Proof.Digits(var address, var code) ->
                        tickets.find(address, purpose)
                                .filter(ticket -> ticket.isGood(now))
                                .filter(tickets::countGuess)
                                .filter(ticket -> seals.isCodeOf(ticket, code));
                };
        return shown.filter(ticket -> ticket.purpose() == purpose && ticket.isGood(now));
    }
}
