package dev.beranda.domain.post

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class TrashContract extends Specification {

    abstract Trash getTrash()

    abstract Posts getPosts()

    abstract Users getUsers()

    abstract Transactions getTransactions()

    def ayu = People.somebody()
    def writer = Writings.writer(ayu.id())
    def now = People.NOW

    def setup() {
        users.add(ayu)
    }

    def "what was thrown away before a moment is told, what lies there longest first"() {
        given:
        def second = thrownAway(Duration.ofDays(2))
        def first = thrownAway(Duration.ofDays(3))
        thrownAway(Duration.ofDays(1))
        written()

        expect:
        trash.thrownAway(now - Duration.ofDays(1), 10) == [first.id(), second.id()]
        trash.thrownAway(now - Duration.ofDays(1), 1) == [first.id()]
        trash.thrownAway(now - Duration.ofDays(3), 10) == []
    }

    def "what is removed is gone, and its addresses are free"() {
        given:
        def post = thrownAway(Duration.ofDays(2))
        def other = written()
        transactions.write { posts.claim(new Slug('older'), post.id()) }

        when:
        transactions.write { trash.remove(post) }

        then:
        posts.find(new PostKey.Id(post.id())).empty
        posts.find(new PostKey.Address(post.slug())).empty
        posts.find(new PostKey.Id(other.id())).get() == other
        trash.thrownAway(now, 10) == []
        transactions.write { posts.claim(post.slug(), other.id()) }
        transactions.write { posts.claim(new Slug('older'), other.id()) }
    }

    def "what somebody saved since, or removed already, is not removed"() {
        given:
        def post = thrownAway(Duration.ofDays(2))
        def restored = transactions.write { posts.save(post.restore(writer, now).post()) }

        when:
        transactions.write { trash.remove(post) }

        then:
        thrown(StaleAggregate)
        posts.find(new PostKey.Id(post.id())).get() == restored

        when:
        transactions.write { trash.remove(restored) }
        transactions.write { trash.remove(restored) }

        then:
        thrown(StaleAggregate)
    }

    private Post thrownAway(Duration ago) {
        transactions.write { posts.save(written().trash(writer, now - ago).post()) }
    }

    Post written() {
        def post = Writings.draft(ayu.id())
        transactions.write {
            posts.claim(post.slug(), post.id())
            posts.add(post, Writings.typeset(post))
        }
        post
    }
}
