package dev.beranda.adapter.persistence.user

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.user.Avatars
import dev.beranda.domain.user.AvatarsContract
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqAvatarsIT extends AvatarsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Avatars avatars = node.get(Avatars)
    Users users = node.get(Users)

    def cleanup() {
        Databases.empty(database)
    }
}
