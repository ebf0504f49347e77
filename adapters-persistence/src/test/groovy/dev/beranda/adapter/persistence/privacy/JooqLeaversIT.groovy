package dev.beranda.adapter.persistence.privacy

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.privacy.Leavers
import dev.beranda.domain.privacy.LeaversContract
import dev.beranda.domain.privacy.PersonalRecords
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Stay
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.util.concurrent.CyclicBarrier
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqLeaversIT extends LeaversContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    @Shared
    @AutoCleanup
    Node other = Node.on(database)

    Leavers leavers = node.get(Leavers)
    Users users = node.get(Users)

    def cleanup() {
        Databases.empty(database)
    }

    @Override
    <T> T within(Closure<T> work) {
        node.get(Transactions).write { work() }
    }

    def "two nodes do not hold one person at once"() {
        given:
        def ayu = People.somebody(stay: new Stay.Until(NOW))
        users.add(ayu)
        def both = new CyclicBarrier(2)

        when:
        def held = Race.of(2) { number ->
            def mine = [node, other][number]
            mine.get(Transactions).write {
                def mineNow = mine.get(Leavers).hold(ayu.id(), NOW)
                both.await()
                mineNow
            }
        }

        then:
        held.sort() == [false, true]
    }

    def "of who forgets somebody and who keeps them, at one moment, exactly one wins: #round"() {
        given:
        def ayu = People.somebody(stay: new Stay.Until(NOW))
        users.add(ayu)

        when:
        def outcomes = Race.of(2) { number -> number == 0 ? forget(ayu) : keep(ayu) }

        then:
        outcomes.count { it == true } == 1
        users.find(ayu.id()).present == outcomes[1]

        where:
        round << (1..20)
    }

    private boolean forget(ayu) {
        node.get(Transactions).write {
            def held = node.get(Leavers).hold(ayu.id(), NOW)
            if (held) {
                node.get(PersonalRecords).forget(ayu.id())
            }
            held
        }
    }

    private boolean keep(ayu) {
        other.get(Transactions).write {
            def present = other.get(Users).find(ayu.id())
            present.ifPresent { other.get(Users).save(it.remain(NOW).user()) }
            present.present
        }
    }
}
