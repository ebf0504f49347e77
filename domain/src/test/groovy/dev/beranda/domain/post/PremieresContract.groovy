package dev.beranda.domain.post

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class PremieresContract extends Specification {

    abstract Premieres getPremieres()

    abstract Posts getPosts()

    abstract Users getUsers()

    abstract Transactions getTransactions()

    def ayu = People.somebody()
    def writer = Writings.writer(ayu.id())
    def now = People.NOW

    def setup() {
        users.add(ayu)
    }

    def "what was planned is due when its moment has come, the longest waiting first"() {
        given:
        def second = planned(Duration.ofHours(2))
        def first = planned(Duration.ofHours(1))
        planned(Duration.ofHours(9))

        expect:
        premieres.due(now + Duration.ofMinutes(59), 10) == []
        premieres.due(now + Duration.ofHours(2), 10) == [first.id(), second.id()]
        premieres.due(now + Duration.ofHours(2), 1) == [first.id()]
    }

    def "it begins once, and is no save"() {
        given:
        def post = planned(Duration.ofHours(1))
        def then = now + Duration.ofHours(1)

        expect:
        !premieres.begin(post.id(), now)
        premieres.begin(post.id(), then)
        !premieres.begin(post.id(), then)
        premieres.due(then, 10) == []
        posts.find(new PostKey.Id(post.id())).get().version() == post.version()
        posts.find(new PostKey.Id(post.id())).get().stage() == new Stage.Open(then, true)
    }

    def "who saves what they read before it began does not make it begin again: #deed"() {
        given:
        def read = planned(Duration.ofHours(1))
        def then = now + Duration.ofHours(1)
        premieres.begin(read.id(), then)

        when:
        posts.save(change(read, writer, then))

        then:
        premieres.due(then, 10) == []

        where:
        deed             | change
        'nothing else'   | { post, by, at -> post }
        'thrown away'    | { post, by, at -> post.trash(by, at).post() }
    }

    def "what is planned anew begins at its new moment"() {
        given:
        def then = now + Duration.ofHours(1)
        def read = planned(Duration.ofHours(1))
        def later = new Post(read.id(), read.author(), read.slug(), read.story(), read.filing(),
                new Stage.Open(now + Duration.ofHours(5), false), read.createdAt(), read.updatedAt(), read.version())
        premieres.begin(read.id(), then)

        when:
        posts.save(later)

        then:
        premieres.due(now + Duration.ofHours(5), 10) == [read.id()]
    }

    def "what was taken back or thrown away in between does not begin"() {
        given:
        def then = now + Duration.ofHours(1)
        def back = planned(Duration.ofHours(1))
        posts.save(back.unpublish(writer, now).post())
        def thrown = planned(Duration.ofHours(1))
        posts.save(thrown.trash(writer, now).post())

        expect:
        premieres.due(then, 10) == []
        !premieres.begin(back.id(), then)
        !premieres.begin(thrown.id(), then)
        !premieres.begin(Writings.newId(), then)
    }

    Post planned(Duration wait) {
        def post = Writings.draft(ayu.id()).publish(writer, now + wait, now).post()
        transactions.write {
            posts.claim(post.slug(), post.id())
            posts.add(post, Writings.typeset(post))
        }
        post
    }
}
