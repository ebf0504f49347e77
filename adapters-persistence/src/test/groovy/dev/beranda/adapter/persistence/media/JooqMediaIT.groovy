package dev.beranda.adapter.persistence.media

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.media.Media
import dev.beranda.domain.media.MediaContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqMediaIT extends MediaContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Media media = node.get(Media)
    Users users = node.get(Users)
    Transactions transactions = node.get(Transactions)
}
