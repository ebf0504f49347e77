package dev.beranda.adapter.persistence.session

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.session.SigningKeys
import dev.beranda.domain.session.SigningKeysContract
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqSigningKeysIT extends SigningKeysContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    SigningKeys keys = node.get(SigningKeys)

    def cleanup() {
        Databases.empty(database)
    }
}
