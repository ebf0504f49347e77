package dev.beranda.domain.letter

class FakeTicketSealsSpec extends TicketSealsContract {

    TicketSeals seals = new FakeTicketSeals()
}
