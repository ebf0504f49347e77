package dev.beranda.adapter.persistence.exchange

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.exchange.Provenances
import dev.beranda.domain.exchange.ProvenancesContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqProvenancesIT extends ProvenancesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Provenances provenances = node.get(Provenances)
    Transactions transactions = node.get(Transactions)

    def cleanup() {
        Databases.empty(database)
    }
}
