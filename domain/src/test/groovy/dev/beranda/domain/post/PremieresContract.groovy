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
        premieres.begin(post.id(), now).empty
        premieres.begin(post.id(), then).get() == new News.First()
        premieres.begin(post.id(), then).empty
        premieres.due(then, 10) == []
        posts.find(new PostKey.Id(post.id())).get().version() == post.version()
        posts.find(new PostKey.Id(post.id())).get().stage() == new Stage.Open(then, new News.Told())
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

    def "what is planned anew begins at its new moment, and not for the first time if it began meanwhile"() {
        given:
        def then = now + Duration.ofHours(1)
        def read = planned(Duration.ofHours(1))
        premieres.begin(read.id(), then)

        when:
        posts.save(read.publish(writer, now + Duration.ofHours(5), now).post())

        then:
        premieres.due(now + Duration.ofHours(4), 10) == []
        premieres.due(now + Duration.ofHours(5), 10) == [read.id()]
        premieres.begin(read.id(), now + Duration.ofHours(5)).get() == new News.Again(then)
    }

    def "what could be read before and is planned again begins again, once"() {
        given:
        def out = planned(Duration.ofHours(-1))
        def then = now + Duration.ofHours(1)

        when:
        posts.save(out.publish(writer, then, now).post())

        then:
        premieres.due(now, 10) == []
        premieres.due(then, 10) == [out.id()]
        premieres.begin(out.id(), then).get() == new News.Again(now - Duration.ofHours(1))
        premieres.begin(out.id(), then).empty
        posts.find(new PostKey.Id(out.id())).get().stage() == new Stage.Open(then, new News.Told())
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
        [back.id(), thrown.id(), Writings.newId()].every { premieres.begin(it, then).empty }
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
