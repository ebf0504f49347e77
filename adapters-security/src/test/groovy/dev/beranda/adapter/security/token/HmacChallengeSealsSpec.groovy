package dev.beranda.adapter.security.token

import dev.beranda.domain.factor.Challenge
import dev.beranda.domain.factor.ChallengeId
import dev.beranda.domain.factor.ChallengeSeals
import dev.beranda.domain.factor.ChallengeSealsContract
import dev.beranda.domain.factor.ChallengeToken
import dev.beranda.domain.fixture.People
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.Ticket
import dev.beranda.domain.letter.TicketId

class HmacChallengeSealsSpec extends ChallengeSealsContract {

    static final SECRET = Installation.secretOf('the usual')
    static final ID = UUID.fromString('01920000-0000-7000-8000-0000000000f1')

    ChallengeSeals seals = new HmacChallengeSeals(SECRET)

    def "a token of another installation opens to nothing"() {
        expect:
        seals.open(new HmacChallengeSeals(Installation.secretOf('another')).tokenOf(challenge)).empty
    }

    def "what was sent in a letter is no challenge, whatever it is for: #purpose"() {
        given:
        def tickets = new HmacTicketSeals(SECRET)
        def ticket = Ticket.issue(new TicketId(ID), People.newId(), purpose, People.somebody().email(), People.NOW)
        def sameId = Challenge.issue(new ChallengeId(ID), ticket.user(), People.NOW)

        expect:
        seals.open(new ChallengeToken(tickets.tokenOf(ticket).reveal())).empty
        tickets.open(new dev.beranda.domain.letter.TicketToken(seals.tokenOf(sameId).reveal()), purpose).empty

        where:
        purpose << Purpose.values()
    }
}
