package dev.beranda.adapter.persistence.letter

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.letter.Tickets
import dev.beranda.domain.letter.TicketsContract
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqTicketsIT extends TicketsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Tickets tickets = node.get(Tickets)
    Users users = node.get(Users)

    def "whose account goes loses the tickets too"() {
        given:
        tickets.issue(ticket)

        when:
        Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")

        then:
        tickets.find(ticket.id()).empty
    }
}
