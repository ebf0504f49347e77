package dev.beranda.adapter.persistence.factor

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.factor.Challenges
import dev.beranda.domain.factor.ChallengesContract
import dev.beranda.domain.session.Arrivals
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqChallengesIT extends ChallengesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Challenges challenges = node.get(Challenges)
    Arrivals arrivals = node.get(Arrivals)
    Users users = node.get(Users)
}
