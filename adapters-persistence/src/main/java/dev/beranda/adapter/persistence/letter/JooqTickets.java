package dev.beranda.adapter.persistence.letter;

import static dev.beranda.adapter.persistence.jooq.Tables.TICKET;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;

import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.shared.EmailAddress;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqTickets implements Tickets {

    private final DSLContext sql;

    JooqTickets(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        return find(TICKET.ID.eq(id));
    }

    @Override
    public Optional<Ticket> find(EmailAddress address, Purpose purpose) {
        return find(TICKET.ADDRESS.eq(address).and(TICKET.PURPOSE.eq(purpose)));
    }

    @Override
    public void issue(Ticket ticket) {
        sql.insertInto(TICKET)
                .set(TICKET.ID, ticket.id())
                .set(TICKET.USER_ID, ticket.user())
                .set(TICKET.PURPOSE, ticket.purpose())
                .set(TICKET.ADDRESS, ticket.address())
                .set(TICKET.LANE, laneOf(ticket))
                .set(TICKET.ISSUED_AT, ticket.issuedAt())
                .set(TICKET.EXPIRES_AT, ticket.expiresAt())
                .onConflict(TICKET.USER_ID, TICKET.PURPOSE, TICKET.LANE)
                .doUpdate()
                .set(TICKET.ID, excluded(TICKET.ID))
                .set(TICKET.ADDRESS, excluded(TICKET.ADDRESS))
                .set(TICKET.ISSUED_AT, excluded(TICKET.ISSUED_AT))
                .set(TICKET.EXPIRES_AT, excluded(TICKET.EXPIRES_AT))
                .set(TICKET.GUESSES, 0)
                .setNull(TICKET.USED_AT)
                .where(excluded(TICKET.ID).gt(TICKET.ID))
                .execute();
        // After it: to write it waited for whoever is just taking the account back.
        if (ticket.purpose().isOfAddress() && wasVoided(ticket)) {
            use(isStanding(ticket), ticket.issuedAt());
        }
    }

    @Override
    public boolean countGuess(Ticket ticket) {
        return sql.update(TICKET)
                        .set(TICKET.GUESSES, TICKET.GUESSES.plus(1))
                        .where(isStanding(ticket))
                        .and(TICKET.GUESSES.lt(Ticket.MOST_GUESSES))
                        .execute()
                == 1;
    }

    @Override
    public boolean take(Ticket ticket, Instant now) {
        return use(isStanding(ticket), now) == 1;
    }

    @Override
    public void voidLater(Ticket taken, Instant now) {
        use(isOfSameKind(taken).and(TICKET.ID.gt(taken.id())).and(TICKET.USED_AT.isNull()), now);
    }

    private int use(Condition condition, Instant now) {
        return sql.update(TICKET).set(TICKET.USED_AT, now).where(condition).execute();
    }

    /// By one that was used between what this one is about and its letter.
    private boolean wasVoided(Ticket ticket) {
        return sql.fetchExists(
                TICKET, isOfSameKind(ticket).and(TICKET.ID.lt(ticket.id())).and(TICKET.USED_AT.ge(ticket.issuedAt())));
    }

    private Optional<Ticket> find(Condition condition) {
        return sql.select(
                        TICKET.ID, TICKET.USER_ID, TICKET.PURPOSE, TICKET.ADDRESS, TICKET.ISSUED_AT, TICKET.EXPIRES_AT)
                .from(TICKET)
                .where(condition)
                .and(TICKET.USED_AT.isNull())
                .orderBy(TICKET.ID.desc())
                .limit(1)
                .fetchOptional(mapping(Ticket::new));
    }

    private static String laneOf(Ticket ticket) {
        return ticket.purpose().isOfAddress() ? ticket.address().value() : "";
    }

    private static Condition isOfSameKind(Ticket ticket) {
        return TICKET.USER_ID.eq(ticket.user()).and(TICKET.PURPOSE.eq(ticket.purpose()));
    }

    private static Condition isStanding(Ticket ticket) {
        return TICKET.ID.eq(ticket.id()).and(TICKET.USED_AT.isNull());
    }
}
