package dev.beranda.adapter.persistence.passkey

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.passkey.PasskeyChallenges
import dev.beranda.domain.passkey.PasskeyChallengesContract
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqPasskeyChallengesIT extends PasskeyChallengesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    PasskeyChallenges challenges = node.get(PasskeyChallenges)
}
