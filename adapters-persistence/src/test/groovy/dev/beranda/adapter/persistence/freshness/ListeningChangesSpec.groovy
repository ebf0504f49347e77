package dev.beranda.adapter.persistence.freshness

import dev.beranda.adapter.persistence.feed.FakeFeed
import dev.beranda.adapter.persistence.feed.Topic
import dev.beranda.adapter.persistence.time.DatabaseClock
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.freshness.Changes
import dev.beranda.domain.freshness.ChangesContract
import dev.beranda.domain.freshness.Subject
import java.time.Duration
import org.jooq.SQLDialect
import org.jooq.impl.DSL
import org.jooq.tools.jdbc.MockConnection
import org.jooq.tools.jdbc.MockResult

import static dev.beranda.adapter.persistence.jooq.Tables.POST

class ListeningChangesSpec extends ChangesContract {

    def feed = new FakeFeed()
    def clock = new SettableClock()
    def planned = []
    def sql = DSL.using(new MockConnection({ [new MockResult(0, rows())] as MockResult[] }), SQLDialect.POSTGRES)
    Changes changes = new ListeningChanges(feed, sql, new DatabaseClock(clock))

    @Override
    void change(Subject subject) {
        feed.tell(Topic.PUBLIC, subject.word())
    }

    def "a person's news are news of what they are called"() {
        given:
        def ayu = People.newId()
        def before = changes.now().get()

        when:
        feed.tell(Topic.USER, "$ayu:3")

        then:
        !changes.surelyNoneOf([Subject.person(ayu)] as Set, before)
        changes.surelyNoneOf([Subject.person(People.newId())] as Set, before)
    }

    def "while the line is silent nothing is believed"() {
        given:
        def before = changes.now().get()

        when:
        feed.fresh = false

        then:
        changes.now().empty
        !changes.surelyNoneOf([post] as Set, before)
    }

    def "after a lost line everything may have changed"() {
        given:
        def before = changes.now().get()

        when:
        feed.beginAnew()

        then:
        !changes.surelyNoneOf([post] as Set, before)
        changes.surelyNoneOf([post] as Set, changes.now().get())
    }

    def "when the moment of a plan comes, lists have changed"() {
        given:
        def moment = clock.instant().plusSeconds(60)
        feed.tell(Topic.PUBLIC, "posts@${moment.toEpochMilli()}")
        def before = changes.now().get()

        when:
        clock.goOn(Duration.ofSeconds(60).minusMillis(1))

        then:
        changes.surelyNoneOf([Subject.POSTS] as Set, before)

        when:
        clock.goOn(Duration.ofMillis(1))

        then:
        !changes.surelyNoneOf([Subject.POSTS] as Set, before)
        changes.surelyNoneOf([post] as Set, before)
        changes.surelyNoneOf([Subject.POSTS] as Set, changes.now().get())
    }

    def "plans from before the line was there are read"() {
        given:
        planned << clock.instant().plusSeconds(60) << clock.instant().plusSeconds(90)
        feed.beginAnew()

        expect:
        [61, 30].each { seconds ->
            def before = changes.now().get()
            clock.goOn(Duration.ofSeconds(seconds))
            assert !changes.surelyNoneOf([Subject.POSTS] as Set, before)
            assert changes.surelyNoneOf([Subject.POSTS] as Set, changes.now().get())
        }
    }

    private rows() {
        def rows = DSL.using(SQLDialect.POSTGRES).newResult(POST.VISIBLE_FROM)
        planned.each { moment -> rows.add(DSL.using(SQLDialect.POSTGRES).newRecord(POST.VISIBLE_FROM).values(moment)) }
        rows
    }

    def "of very many it is forgotten which, but not that they changed"() {
        given:
        def before = changes.now().get()
        change(post)

        when:
        12_000.times { feed.tell(Topic.PUBLIC, "post-$it") }

        then:
        !changes.surelyNoneOf([post] as Set, before)
        !changes.surelyNoneOf([other] as Set, before)
        changes.surelyNoneOf([post, other] as Set, changes.now().get())
    }
}
