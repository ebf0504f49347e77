package dev.beranda.domain.letter

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeTicketsSpec extends TicketsContract {

    Tickets tickets = new FakeTickets()
    Users users = new FakeUsers()
}
