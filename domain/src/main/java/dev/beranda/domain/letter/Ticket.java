package dev.beranda.domain.letter;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// Admits whoever holds it to one act, once. Of one purpose a person has one ticket: a newer one voids the older.
/// Only of those that take an address back they have one for each: there, to use one voids those that came after
/// it.
///
/// Nothing that is stored opens a door: what is sent is made out of the id by who knows the installation's secret.
///
/// @param address where it was sent
public record Ticket(
        TicketId id, UserId user, Purpose purpose, EmailAddress address, Instant issuedAt, Instant expiresAt) {

    /// Guesses at the code after which only the link is good.
    public static final int MOST_GUESSES = 5;

    public static Ticket issue(TicketId id, UserId user, Purpose purpose, EmailAddress address, Instant now) {
        return new Ticket(id, user, purpose, address, now, now.plus(purpose.lifetime()));
    }

    /// The same, but good no longer than what it is for.
    public Ticket until(Instant end) {
        return end.isBefore(expiresAt) ? new Ticket(id, user, purpose, address, issuedAt, end) : this;
    }

    public boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
