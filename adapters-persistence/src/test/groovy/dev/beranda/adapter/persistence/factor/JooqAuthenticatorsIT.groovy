package dev.beranda.adapter.persistence.factor

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.factor.Authenticators
import dev.beranda.domain.factor.AuthenticatorsContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqAuthenticatorsIT extends AuthenticatorsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Authenticators authenticators = node.get(Authenticators)
    Users users = node.get(Users)

    def "while somebody is held, nothing is turned on beside them: the other waits, and sees what came of it"() {
        given:
        authenticators.begin(app)
        def transactions = node.get(Transactions)
        def (held, released) = [new CountDownLatch(1), new CountDownLatch(1)]
        def threads = Executors.newVirtualThreadPerTaskExecutor()
        def holding = threads.submit({
            transactions.write {
                authenticators.hold(ayu.id())
                held.countDown()
                released.await()
            }
        })
        held.await()

        when:
        def confirming = threads.submit({
            transactions.write {
                authenticators.hold(ayu.id())
                authenticators.confirm(app, 100, LATER)
            }
        } as Callable<Boolean>)
        confirming.get(300, TimeUnit.MILLISECONDS)

        then:
        thrown(TimeoutException)

        when:
        released.countDown()
        holding.get()

        then:
        confirming.get()
        authenticators.hold(ayu.id()).get().confirmed()

        cleanup:
        released.countDown()
        threads.close()
    }

    def "who waited sees what was turned on meanwhile"() {
        given:
        authenticators.begin(app)
        def transactions = node.get(Transactions)
        def (confirmed, released) = [new CountDownLatch(1), new CountDownLatch(1)]
        def threads = Executors.newVirtualThreadPerTaskExecutor()
        threads.submit({
            transactions.write {
                authenticators.hold(ayu.id())
                authenticators.confirm(app, 100, LATER)
                confirmed.countDown()
                released.await()
            }
        })
        confirmed.await()
        def comingIn = threads.submit({
            transactions.write { authenticators.hold(ayu.id()).get().confirmed() }
        } as Callable<Boolean>)

        when:
        sleep(200)
        released.countDown()

        then:
        comingIn.get()

        cleanup:
        threads.close()
    }
}
