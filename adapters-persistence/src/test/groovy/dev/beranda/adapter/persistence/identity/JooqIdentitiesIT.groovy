package dev.beranda.adapter.persistence.identity

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.identity.Identities
import dev.beranda.domain.identity.IdentitiesContract
import dev.beranda.domain.identity.OtherDoors
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqIdentitiesIT extends IdentitiesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Identities identities = node.get(Identities)
    Users users = node.get(Users)
    Transactions transactions = node.get(Transactions)

    def "whose account goes loses the doors too"() {
        given:
        identities.add(identityOf(ayu.id()))

        when:
        Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")

        then:
        identities.of(ayu.id()) == []
    }

    def "a password is another door"() {
        expect:
        !node.get(OtherDoors).openTo(ayu.id())

        when:
        Databases.byHand(database, "insert into credential values ('${ayu.id()}', 'x', now(), 0)")

        then:
        node.get(OtherDoors).openTo(ayu.id())
        !node.get(OtherDoors).openTo(budi.id())
    }
}
