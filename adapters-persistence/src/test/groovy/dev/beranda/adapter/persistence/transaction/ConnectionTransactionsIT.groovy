package dev.beranda.adapter.persistence.transaction

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Sessions
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.shared.TransactionsContract
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.sql.SQLException
import java.sql.SQLTransientConnectionException
import java.util.concurrent.CyclicBarrier
import org.jooq.DSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared

class ConnectionTransactionsIT extends TransactionsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Transactions transactions = node.get(Transactions)
    CurrentTransaction current = node.get(CurrentTransaction)
    Users users = node.get(Users)
    Sessions sessions = node.get(Sessions)
    DSLContext sql = node.get(DSLContext)

    def "jOOQ and Micronaut Data are in one transaction: what one wrote the other sees, and both lose it"() {
        given:
        def session = SomeSession.of(ayu)

        when:
        transactions.write {
            users.add(ayu)
            sessions.add(session)
            assert sessions.find(session.id()).present
            assert sql.fetchValue('select count(*) from session where xmin = pg_current_xact_id()::xid') == 1
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        users.find(ayu.id()).empty
        sessions.find(session.id()).empty
    }

    def "each statement outside a transaction stands for itself"() {
        when:
        users.add(ayu)

        then:
        !current.open
        users.find(ayu.id()).present
    }

    def "work that PostgreSQL asks to do again is done again: #state"() {
        given:
        def runs = 0

        when:
        transactions.write {
            users.add(runs == 0 ? ayu : budi)
            if (runs++ == 0) {
                sql.execute("do \$\$ begin raise exception 'again' using errcode = '${state}'; end \$\$")
            }
        }

        then:
        runs == 2
        users.find(ayu.id()).empty
        users.find(budi.id()).present

        where:
        state << ['40001', '40P01']
    }

    def "of two who wait for each other, both come through"() {
        given:
        [ayu, budi].each { users.add(it) }
        def both = new CyclicBarrier(2)
        def runs = 0

        when:
        def outcomes = Race.of(2) { number ->
            def order = number == 0 ? [ayu, budi] : [budi, ayu]
            def first = true
            transactions.write {
                synchronized (both) {
                    runs++
                }
                order.eachWithIndex { somebody, step ->
                    users.save(users.find(somebody.id()).get())
                    if (first && step == 0) {
                        first = false
                        both.await()
                    }
                }
            }
        }

        then:
        outcomes.every { !(it instanceof Exception) }
        runs > 2
        [ayu, budi].every { users.find(it.id()).get().version() == 2 }
    }

    def "of many who count up one row, nobody is lost"() {
        given:
        users.add(ayu)

        when:
        def outcomes = Race.of(4) {
            transactions.write { users.save(users.find(ayu.id()).get()) }
        }

        then:
        outcomes.every { !(it instanceof Exception) }
        users.find(ayu.id()).get().version() == 4
    }

    def "any other refusal of the database comes out as it is, after one attempt"() {
        given:
        def runs = 0

        when:
        transactions.write {
            runs++
            sql.execute('select 1 / 0')
        }

        then:
        def failure = thrown(RuntimeException)
        runs == 1
        causes(failure).any { it instanceof SQLException && it.SQLState == '22012' }
    }

    def "an outage comes out as it is, although it has no code"() {
        given:
        def outage = new SQLTransientConnectionException('No connection is to be had')

        when:
        transactions.write { throw new IllegalStateException(outage) }

        then:
        def failure = thrown(IllegalStateException)
        failure.cause.is(outage)
    }

    def "a long look sees nothing of what others do meanwhile, and everything afterwards"() {
        given:
        users.add(ayu)

        expect:
        transactions.look {
            assert users.find(ayu.id()).present
            Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")
            users.find(ayu.id()).present
        }
        transactions.look { users.find(ayu.id()).empty }
        sql.fetchValue('show transaction_isolation') == 'read committed'
        sql.fetchValue('show transaction_read_only') == 'off'
    }

    def "nothing can be written in a long look"() {
        when:
        transactions.look { transactions.write { users.add(ayu) } }

        then:
        def failure = thrown(RuntimeException)
        causes(failure).any { it instanceof SQLException && it.SQLState == '25006' }
        users.find(ayu.id()).empty
    }

    def "what is to follow a commit follows it, once, and never a failure"() {
        given:
        def done = []

        when:
        transactions.write {
            users.add(ayu)
            current.afterCommit { done << Databases.ask(database, "select count(*) from app_user where id = '${ayu.id()}'") }
            assert done.empty
        }

        then:
        done == [1]

        when:
        transactions.write {
            current.afterCommit { done << 'failed' }
            throw new StaleAggregate('The test')
        }

        then:
        thrown(StaleAggregate)
        done == [1]

        when:
        current.afterCommit { done << 'at once' }

        then:
        done == [1, 'at once']
    }

    def "nobody waits for ever: #setting"() {
        expect:
        sql.fetchValue("show ${setting}") == limit

        where:
        setting                               || limit
        'statement_timeout'                   || '3s'
        'lock_timeout'                        || '2s'
        'idle_in_transaction_session_timeout' || '10s'
        'transaction_isolation'               || 'read committed'
    }

    def "the nodes' role can change rows and nothing else: #statement"() {
        when:
        sql.execute(statement)

        then:
        def failure = thrown(RuntimeException)
        causes(failure).any { it instanceof SQLException && it.SQLState == '42501' }

        where:
        statement << [
                'create table mine (id int)',
                'alter table app_user add column mine int',
                'drop table outbox',
                'truncate session',
                'drop trigger session_tells_of_end on session',
                'create schema mine',
                'create role mine',
                "copy app_user to program 'true'"]
    }

    private static List<Throwable> causes(Throwable failure) {
        failure == null ? [] : [failure] + causes(failure.cause)
    }
}
