package dev.beranda.adapter.persistence.user

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.user.Newcomers
import dev.beranda.domain.user.NewcomersContract
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqNewcomersIT extends NewcomersContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Newcomers newcomers = node.get(Newcomers)
    Users users = node.get(Users)

    def cleanup() {
        Databases.empty(database)
    }
}
