package dev.beranda.domain.letter;

import java.util.Optional;

/// Makes what is sent out of a ticket's id and purpose, always the same, and reads it again.
public interface TicketSeals {

    TicketToken tokenOf(Ticket ticket);

    TicketCode codeOf(Ticket ticket);

    /// The ticket this token was made of, if it was made by us and for this purpose.
    Optional<TicketId> open(TicketToken token, Purpose purpose);

    boolean isCodeOf(Ticket ticket, TicketCode code);
}
