package dev.beranda.adapter.persistence.user

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.user.Applicants
import dev.beranda.domain.user.ApplicantsContract
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqApplicantsIT extends ApplicantsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Applicants applicants = node.get(Applicants)

    def cleanup() {
        Databases.empty(database)
    }
}
