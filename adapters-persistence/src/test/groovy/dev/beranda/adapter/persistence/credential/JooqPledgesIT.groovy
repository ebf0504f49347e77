package dev.beranda.adapter.persistence.credential

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.credential.Pledges
import dev.beranda.domain.credential.PledgesContract
import dev.beranda.domain.user.Applicants
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqPledgesIT extends PledgesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Applicants applicants = node.get(Applicants)
    Pledges pledges = node.get(Pledges)

    def cleanup() {
        Databases.empty(database)
    }
}
