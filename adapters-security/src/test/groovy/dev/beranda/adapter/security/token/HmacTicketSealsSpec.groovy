package dev.beranda.adapter.security.token

import dev.beranda.domain.fixture.People
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.Ticket
import dev.beranda.domain.letter.TicketId
import dev.beranda.domain.letter.TicketSeals
import dev.beranda.domain.letter.TicketSealsContract
import dev.beranda.domain.letter.TicketToken

class HmacTicketSealsSpec extends TicketSealsContract {

    static final SECRET = InstallationSecret.of("mkKd0Rzg9EEN31u+xj/Tvs0pJyo9y6Fv5XT8sKWs3lM=")
    static final TICKET = Ticket.issue(
            new TicketId(UUID.fromString("01920000-0000-7000-8000-0000000000f1")),
            People.newId(),
            Purpose.RESET_PASSWORD,
            People.somebody().email(),
            People.NOW)

    TicketSeals seals = new HmacTicketSeals(SECRET)

    def "what is sent is the same for good: on every node, after every start"() {
        expect:
        seals.tokenOf(TICKET).reveal() == "AZIAAAAAcACAAAAAAAAA8ZvxWHeijBBCaMbptOZqRQYjqGQJTAExi7r2xOaxgGa-"
        seals.codeOf(TICKET).reveal() == "422361"
    }

    def "a token of another installation opens to nothing"() {
        given:
        def others = new HmacTicketSeals(Installation.secretOf("another"))

        expect:
        seals.open(others.tokenOf(TICKET), Purpose.RESET_PASSWORD).empty
        others.codeOf(TICKET).reveal() != seals.codeOf(TICKET).reveal()
    }

    def "a token has one spelling: #what"() {
        given:
        def text = seals.tokenOf(TICKET).reveal()

        expect:
        seals.open(new TicketToken(change(text)), Purpose.RESET_PASSWORD).empty

        where:
        what                      | change
        "padded"                  | { it + "=" }
        "with a line's end"       | { it + "\n" }
        "padded within"           | { it[0..-2] + "=" }
        "with a blank within"     | { it[0..-2] + " " }
    }
}
