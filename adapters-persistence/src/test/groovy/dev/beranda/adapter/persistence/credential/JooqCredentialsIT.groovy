package dev.beranda.adapter.persistence.credential

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.credential.Credentials
import dev.beranda.domain.credential.CredentialsContract
import dev.beranda.domain.credential.PasswordHash
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.User
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqCredentialsIT extends CredentialsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Credentials credentials = node.get(Credentials)
    Transactions transactions = node.get(Transactions)
    User somebody = People.somebody()

    def setup() {
        node.get(Users).add(somebody)
    }

    def "what was confirmed stays so until the transaction ends"() {
        given:
        credentials.add(first)
        def confirmed = new CountDownLatch(1)
        def saved = new CountDownLatch(1)

        when:
        def change = Thread.startVirtualThread {
            confirmed.await()
            credentials.save(first.rehashed(new PasswordHash('anew')))
            saved.countDown()
        }
        def waited = transactions.write {
            assert credentials.confirm(first)
            confirmed.countDown()
            !saved.await(300, TimeUnit.MILLISECONDS) && credentials.confirm(first)
        }
        change.join()

        then:
        waited
        !credentials.confirm(first)
    }

    def "of many who come in at once with a hash that is outdated, one renews it and none fails"() {
        given:
        credentials.add(first)
        def renewed = first.rehashed(new PasswordHash('anew'))

        when:
        def outcomes = Race.of(20) {
            transactions.write {
                def confirmed = credentials.confirm(first)
                if (confirmed) {
                    credentials.save(renewed)
                }
                confirmed
            }
        }

        then:
        outcomes.count(true) == 1
        outcomes.count(false) == 19
    }

    def "a password goes with its owner"() {
        given:
        credentials.add(first)

        when:
        Databases.byHand(database, "delete from app_user where id = '${somebody.id()}'")

        then:
        credentials.find(somebody.id()).empty
    }
}
