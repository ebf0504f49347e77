package dev.beranda.adapter.persistence.passkey

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.factor.Authenticators
import dev.beranda.domain.passkey.OtherWaysIn
import dev.beranda.domain.passkey.Passkeys
import dev.beranda.domain.passkey.PasskeysContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.function.Supplier
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqPasskeysIT extends PasskeysContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Passkeys passkeys = node.get(Passkeys)
    Users users = node.get(Users)

    def "who adds a key waits for whoever takes keys down, and is waited for"() {
        given: "somebody who takes down what there is, and is not ready yet"
        def started = new CountDownLatch(1)
        def ready = new CountDownLatch(1)
        def threads = Executors.newVirtualThreadPerTaskExecutor()
        def takingDown = threads.submit {
            node.get(Transactions).write({
                node.get(Authenticators).hold(ayu.id())
                started.countDown()
                ready.await()
                passkeys.of(ayu.id()).each { passkeys.remove(it.id(), ayu.id()) }
            } as Supplier)
        }
        started.await()

        when:
        def adding = threads.submit({ node.get(Transactions).write({ passkeys.add(passkey(ayu)) } as Supplier) } as Callable)
        Databases.waitUntil(database, "select count(*) = 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
        def waited = !adding.done
        ready.countDown()
        takingDown.get()

        then:
        waited
        adding.get()
        passkeys.of(ayu.id()).size() == 1

        cleanup:
        ready.countDown()
        threads.close()
    }

    def "another way in is one that can be gone today: #what"() {
        given:
        users.add(ayu)
        users.add(budi)
        Databases.byHand(database, row.replace('#', "'${ayu.id()}'"))

        expect:
        node.get(Transactions).write({ node.get(OtherWaysIn).openTo(ayu.id()) } as Supplier) == open
        !node.get(Transactions).write({ node.get(OtherWaysIn).openTo(budi.id()) } as Supplier)

        where:
        what                                     | row                                                                                          || open
        'none'                                   | "select 1"                                                                                   || false
        'a password'                             | "insert into credential values (#, 'x', now(), 0)"                                           || true
        'a provider who is asked here'           | "insert into identity values (gen_random_uuid(), #, 'sunrise', 'way-in-1', 'x', now())" || true
        'a provider whom nobody asks any more'   | "insert into identity values (gen_random_uuid(), #, 'dusk', 'way-in-2', 'x', now())"    || false
    }
}
