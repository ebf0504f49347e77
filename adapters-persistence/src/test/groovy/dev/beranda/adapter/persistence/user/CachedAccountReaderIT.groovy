package dev.beranda.adapter.persistence.user

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Line
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.feed.ChangeFeed
import dev.beranda.application.user.AccountReader
import dev.beranda.application.user.AccountView
import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class CachedAccountReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @AutoCleanup
    Line line = Line.to(database.jdbcUrl())

    @AutoCleanup
    Node node = Node.on(database, line.url)

    def accounts = node.get(AccountReader)
    def users = node.get(Users)
    PollingConditions soon = new PollingConditions(timeout: 5)
    def ayu = People.somebody()

    def setup() {
        users.add(ayu)
        soon.eventually {
            node.get(ChangeFeed).fresh
        }
    }

    def "an account is shown as it is"() {
        expect:
        accounts.find(ayu.id()).get() == AccountView.of(ayu)
        accounts.find(People.newId()).empty
    }

    def "what was shown is at hand until it changes"() {
        expect:
        accounts.recall(ayu.id()).empty
        soon.eventually {
            assert accounts.find(ayu.id()) == accounts.recall(ayu.id())
        }

        when:
        users.save(ayu.assign(Role.ADMIN, People.newId(), People.NOW).user())

        then:
        accounts.recall(ayu.id()).empty
        soon.eventually {
            assert accounts.find(ayu.id()) == accounts.recall(ayu.id())
        }
        accounts.find(ayu.id()).get().role() == Role.ADMIN
    }

    def "whoever changed it sees the change at once, every time"() {
        expect:
        (1..100).every { version ->
            accounts.find(ayu.id())
            users.save(users.find(ayu.id()).get())
            accounts.find(ayu.id()).get().version() == version
        }
    }

    def "what another node changes, or somebody by hand, is seen as well"() {
        given:
        accounts.find(ayu.id())

        when:
        Databases.byHand(database, "update app_user set display_name = 'Ayu Lestari' where id = '${ayu.id()}'")

        then:
        soon.eventually {
            accounts.find(ayu.id()).get().profile().displayName().value() == 'Ayu Lestari'
        }

        when:
        Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")

        then:
        soon.eventually {
            accounts.find(ayu.id()).empty
        }
    }

    def "a row that changed while it was read is not kept"() {
        given:
        def running = true
        def readers = Thread.startVirtualThread {
            while (running) {
                accounts.find(ayu.id())
            }
        }

        expect:
        (1..500).every { version ->
            users.save(users.find(ayu.id()).get())
            accounts.find(ayu.id()).get().version() == version
        }

        cleanup:
        running = false
        readers.join()
    }

    def "what a transaction sees of its own is not kept for others"() {
        when:
        node.get(Transactions).write {
            users.save(ayu.assign(Role.ADMIN, People.newId(), People.NOW).user())
            assert accounts.find(ayu.id()).get().role() == Role.ADMIN
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        accounts.find(ayu.id()).get().role() == Role.READER
    }

    def "while changes are not heard of, the row itself is asked"() {
        given:
        accounts.find(ayu.id())
        line.refuse('beranda-feed')

        when:
        Databases.byHand(database, "update app_user set display_name = 'Unheard of' where id = '${ayu.id()}'")

        then:
        soon.eventually {
            !node.get(ChangeFeed).fresh
        }
        accounts.find(ayu.id()).get().profile().displayName().value() == 'Unheard of'
        accounts.recall(ayu.id()).empty

        when:
        line.admit()

        then:
        soon.eventually {
            node.get(ChangeFeed).fresh
        }
        accounts.find(ayu.id()).get().profile().displayName().value() == 'Unheard of'
    }
}
