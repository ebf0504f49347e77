package dev.beranda.adapter.persistence.factor

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.factor.RecoveryCodes
import dev.beranda.domain.factor.RecoveryCodesContract
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqRecoveryCodesIT extends RecoveryCodesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    RecoveryCodes recoveryCodes = node.get(RecoveryCodes)
    Users users = node.get(Users)
}
