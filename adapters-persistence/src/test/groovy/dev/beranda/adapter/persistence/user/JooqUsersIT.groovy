package dev.beranda.adapter.persistence.user

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
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

    def "of many who hold the administrators and take one out, the last who comes sees one left"() {
        given:
        def transactions = node.get(Transactions)
        def admins = (1..6).collect { People.somebody(role: Role.ADMIN) }
        admins.each { users.add(it) }

        when:
        def seen = Race.of(5) { number ->
            transactions.write {
                def held = users.holdAll(Role.ADMIN)
                users.save(users.find(admins[number].id()).get().assign(Role.READER, People.newId(), People.NOW).user())
                held.size()
            }
        }

        then:
        seen.sort() == [2, 3, 4, 5, 6]
        users.holdAll(Role.ADMIN) == [admins[5].id()] as Set
    }
}
