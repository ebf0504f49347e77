package dev.beranda.adapter.persistence.user

import dev.beranda.adapter.persistence.feed.FakeFeed
import dev.beranda.adapter.persistence.feed.Topic
import dev.beranda.adapter.persistence.transaction.CurrentTransaction
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import org.jooq.SQLDialect
import org.jooq.impl.DSL
import org.jooq.tools.jdbc.MockConnection
import org.jooq.tools.jdbc.MockResult
import spock.lang.Specification

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER

class CachedAccountReaderSpec extends Specification {

    def ayu = People.somebody()
    def version = 0L
    def lookUps = new AtomicInteger()
    def afterTheRowWasRead = {}
    def feed = new FakeFeed()
    def inTransaction = false
    def accounts = new CachedAccountReader(
            new JooqAccountReader(DSL.using(new MockConnection({ read() }), SQLDialect.POSTGRES)),
            [isOpen: { inTransaction }] as CurrentTransaction,
            feed)

    def "an account that nobody changed is looked up once"() {
        when:
        100.times { seen() }

        then:
        lookUps.get() == 1
    }

    def "after a change it is looked up again"() {
        given:
        seen()

        when:
        change()

        then:
        seen() == 1
        seen() == 1
        lookUps.get() == 2
    }

    def "after the feed began anew every account is looked up again"() {
        given:
        seen()
        version = 1

        when:
        feed.beginAnew()

        then:
        seen() == 1
    }

    def "a row that changed after it was read and before it was kept is shown to nobody who comes later"() {
        given:
        afterTheRowWasRead = {
            afterTheRowWasRead = {}
            change()
        }

        when:
        seen()

        then:
        seen() == 1
    }

    def "who comes after the change does not wait for a look-up from before it"() {
        given:
        def read = new CountDownLatch(1)
        def goOn = new CountDownLatch(1)
        afterTheRowWasRead = {
            afterTheRowWasRead = {}
            read.countDown()
            goOn.await()
        }
        def early = CompletableFuture.supplyAsync { seen() }
        read.await()

        when:
        change()
        def late = seen()

        then:
        late == 1

        cleanup:
        goOn.countDown()
        early.join()
    }

    def "many who want one account at once cause one look-up"() {
        given:
        afterTheRowWasRead = { sleep(50) }

        when:
        Race.of(50) { seen() }

        then:
        lookUps.get() == 1
    }

    def "while the feed is not fresh, or in a transaction, nothing is kept and nothing kept is shown"() {
        given:
        seen()
        feed.fresh = fresh
        inTransaction = within
        version = 1

        expect:
        seen() == 1
        seen() == 1
        lookUps.get() == 3

        where:
        fresh | within
        false | false
        true  | true
    }

    private long seen() {
        accounts.find(ayu.id()).get().version()
    }

    private void change() {
        version++
        feed.tell(Topic.USER, "${ayu.id()}:0")
    }

    private MockResult[] read() {
        lookUps.incrementAndGet()
        def fields = [
                APP_USER.ID,
                APP_USER.USERNAME,
                APP_USER.EMAIL,
                APP_USER.EMAIL_VERIFIED,
                APP_USER.DISPLAY_NAME,
                APP_USER.BIO,
                APP_USER.WEBSITE,
                APP_USER.LOCATION,
                APP_USER.LANGUAGE,
                APP_USER.TIME_ZONE,
                APP_USER.SIGN_IN_ALERTS,
                APP_USER.AVATAR,
                APP_USER.ROLE,
                APP_USER.REGISTERED_AT,
                APP_USER.VERSION]
        def row = DSL.using(SQLDialect.POSTGRES).newRecord(fields)
        def profile = ayu.profile()
        row.fromArray(
                ayu.id(),
                ayu.username(),
                ayu.email(),
                ayu.emailVerified(),
                profile.displayName(),
                profile.bio(),
                profile.website(),
                profile.location(),
                profile.language(),
                profile.timeZone(),
                profile.signInAlerts(),
                profile.avatar(),
                ayu.role(),
                ayu.registeredAt(),
                version)
        afterTheRowWasRead()
        [new MockResult(row)] as MockResult[]
    }
}
