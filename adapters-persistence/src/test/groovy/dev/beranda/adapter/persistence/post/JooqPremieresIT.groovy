package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Premieres
import dev.beranda.domain.post.PremieresContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqPremieresIT extends PremieresContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Premieres premieres = node.get(Premieres)
    Posts posts = node.get(Posts)
    Users users = node.get(Users)
    Transactions transactions = node.get(Transactions)

    def cleanup() {
        Databases.empty(database)
    }
}
