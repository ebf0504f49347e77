package dev.beranda.adapter.persistence.letter;

import static dev.beranda.adapter.persistence.jooq.Tables.TICKET;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqLetterHoldings implements Holdings {

    @Override
    public String word() {
        return "letter";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.of(TICKET, "tickets", TICKET.USER_ID::eq)
                .telling(TICKET.ISSUED_AT, TICKET.PURPOSE, TICKET.ADDRESS, TICKET.EXPIRES_AT, TICKET.USED_AT)
                .withholding("what the ticket is made of", TICKET.ID)
                .withholding("whose export it is", TICKET.USER_ID)
                .withholding("counts, for ourselves", TICKET.GUESSES)
                .withholding("the address once more, or nothing", TICKET.LANE)
                .going());
    }
}
