package dev.beranda.adapter.persistence.session

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.session.FamiliarDevices
import dev.beranda.domain.session.FamiliarDevicesContract
import dev.beranda.domain.user.User
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqFamiliarDevicesIT extends FamiliarDevicesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    FamiliarDevices devices = node.get(FamiliarDevices)
    User ayu = People.somebody()
    User budi = People.somebody()

    def setup() {
        [ayu, budi].each { node.get(Users).add(it) }
    }
}
