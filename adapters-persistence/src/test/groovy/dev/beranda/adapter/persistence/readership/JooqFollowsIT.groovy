package dev.beranda.adapter.persistence.readership

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.readership.Follows
import dev.beranda.domain.readership.FollowsContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqFollowsIT extends FollowsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Follows follows = node.get(Follows)
    Transactions transactions = node.get(Transactions)

    def cleanup() {
        Databases.empty(database)
    }

    UserId somebody() {
        def person = People.somebody()
        node.get(Users).add(person)
        person.id()
    }
}
