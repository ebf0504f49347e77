package dev.beranda.adapter.persistence.throttle

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.shared.Overloaded
import dev.beranda.domain.shared.Throttle
import dev.beranda.domain.shared.Throttle.Verdict.Allowed
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted
import dev.beranda.domain.shared.ThrottleContract
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.sql.SQLException
import javax.crypto.spec.SecretKeySpec
import javax.sql.DataSource
import spock.lang.AutoCleanup
import spock.lang.Shared

class BucketThrottleIT extends ThrottleContract {

    static final SECRET = new SecretKeySpec('of this installation only'.bytes, 'HmacSHA256')

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    @Shared
    @AutoCleanup
    Node other = Node.on(database)

    SettableClock clock = new SettableClock()
    Throttle throttle = new BucketThrottle(node.get(DataSource), clock, 2, SECRET)

    def cleanup() {
        Databases.empty(database)
    }

    def "two nodes count together"() {
        given:
        def elsewhere = new BucketThrottle(other.get(DataSource), clock, 2, SECRET)

        when:
        def verdicts = Race.of(200) { (it % 2 ? throttle : elsewhere).take(FIVE, subject) }

        then:
        verdicts.count { it instanceof Allowed } == 5
        verdicts.count { it instanceof Exhausted } == 195
    }

    def "a burst on what nobody counted yet gains nothing and fails for nobody, round #round"() {
        when:
        def verdicts = Race.of(200) { throttle.take(FIVE, subject) }

        then:
        verdicts.count { it instanceof Allowed } == 5
        verdicts.count { it instanceof Exhausted } == 195

        where:
        round << (1..20)
    }

    def "a burst on what was forgotten in between begins anew"() {
        given:
        5.times { throttle.take(FIVE, subject) }
        Databases.empty(database)

        when:
        def verdicts = Race.of(200) { throttle.take(FIVE, subject) }

        then:
        verdicts.count { it instanceof Allowed } == 5
        verdicts.count { it instanceof Exhausted } == 195
    }

    def "what was counted survives the node"() {
        given:
        5.times { throttle.take(FIVE, subject) }

        expect:
        new BucketThrottle(node.get(DataSource), clock, 2, SECRET).take(FIVE, subject) instanceof Exhausted
    }

    def "whom it counts is not to be found by trying, without the secret"() {
        given:
        def anotherSecret = new SecretKeySpec('of another installation'.bytes, 'HmacSHA256')

        when:
        throttle.take(FIVE, '203.0.113.7')
        new BucketThrottle(node.get(DataSource), clock, 2, anotherSecret).take(FIVE, '203.0.113.7')

        then:
        Databases.ask(database, 'select count(distinct key) from throttle_bucket') == 2
    }

    def "whom it counts is not to be read in the database"() {
        when:
        throttle.take(FIVE, '203.0.113.7')

        then:
        Databases.ask(database, "select count(*) from throttle_bucket where key like 'front-door:%'") == 1
        Databases.ask(database, "select count(*) from throttle_bucket where key like '%203.0%'") == 0
        Databases.ask(database, "select count(*) from throttle_bucket where encode(state, 'escape') like '%203.0%'") == 0
    }

    def "a door that is stuck leaves connections to others, and turns people away before long"() {
        given:
        throttle.take(FIVE, subject)
        def stuck = database.connect(database.superuser())
        stuck.autoCommit = false
        stuck.createStatement().execute('lock table throttle_bucket in exclusive mode')

        when:
        def outcomes = Race.of(20) {
            it < 10 ? throttle.take(FIVE, "${subject}-${it}") : node.get(Users).find(new UserId(UUID.randomUUID()))
        }

        then:
        outcomes.drop(10).every { it instanceof Optional }
        outcomes.take(10).count { it instanceof Overloaded } == 8
        outcomes.take(10).count { causes(it).any { it instanceof SQLException && it.SQLState == '55P03' } } == 2

        cleanup:
        stuck?.close()
    }

    private static List<Throwable> causes(Object failure) {
        failure instanceof Throwable ? [failure] + causes(failure.cause) : []
    }
}
