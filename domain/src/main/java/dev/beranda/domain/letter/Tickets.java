package dev.beranda.domain.letter;

import dev.beranda.domain.shared.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/// The tickets that were neither used nor voided.
public interface Tickets {

    Optional<Ticket> find(TicketId id);

    /// The newest that was sent to this address for this purpose.
    Optional<Ticket> find(EmailAddress address, Purpose purpose);

    /// Issues a ticket and voids the older one of the same person and purpose, or of the same address where each
    /// has one. Ids sort by time: what is not newer than the last one is not issued, so a ticket that was used or
    /// voided does not come back. Nor is what one that was used since would have voided.
    void issue(Ticket ticket);

    /// Counts a guess at the code, before it is compared. No more than [Ticket#MOST_GUESSES] are let through.
    boolean countGuess(Ticket ticket);

    /// Uses the ticket up. Of many who do at once, one is told that it was them.
    boolean take(Ticket ticket, Instant now);

    /// Voids what came after one that was taken, where each address has one. To be called when the account was
    /// moved, so that no letter about where it was before slips in between.
    void voidLater(Ticket taken, Instant now);
}
