package dev.beranda.domain.letter;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// Calls off the change of address that somebody asked for in the name of an account, who may have known its password
/// and is not to have it any more. Also one whose letter is not written yet: it is older than what is used up here.
public final class Annulment {

    private final Tickets tickets;
    private final UuidSource uuids;

    public Annulment(Tickets tickets, UuidSource uuids) {
        this.tickets = tickets;
        this.uuids = uuids;
    }

    public void annul(UserId user, EmailAddress address, Instant now) {
        var none = Ticket.issue(new TicketId(uuids.next()), user, Purpose.CHANGE_EMAIL, address, now);
        tickets.issue(none);
        tickets.take(none, now);
    }
}
