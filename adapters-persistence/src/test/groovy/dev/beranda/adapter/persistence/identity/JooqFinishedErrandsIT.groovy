package dev.beranda.adapter.persistence.identity

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.identity.FinishedErrands
import dev.beranda.domain.identity.FinishedErrandsContract
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqFinishedErrandsIT extends FinishedErrandsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    FinishedErrands finished = node.get(FinishedErrands)
}
