package dev.beranda.adapter.persistence.user

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.Users
import dev.beranda.domain.user.UsersContract
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqUsersIT extends UsersContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Users users = node.get(Users)

    def cleanup() {
        Databases.empty(database)
    }

    def "what somebody changes by hand is counted like any other save"() {
        given:
        users.add(ayu)

        when:
        Databases.byHand(database, "update app_user set role = 'editor' where id = '${ayu.id()}'")

        then:
        with(users.find(ayu.id()).get()) {
            authority() == 1
            version() == 1
        }

        when:
        users.save(ayu.disable(People.newId(), People.NOW).user())

        then:
        thrown(StaleAggregate)
    }
}
