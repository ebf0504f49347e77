package dev.beranda.adapter.persistence.passkey

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.passkey.Passkeys
import dev.beranda.domain.passkey.PasskeysContract
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqPasskeysIT extends PasskeysContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Passkeys passkeys = node.get(Passkeys)
    Users users = node.get(Users)
}
