package dev.beranda.domain.post

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class PostsContract extends Specification {

    abstract Posts getPosts()

    abstract Users getUsers()

    abstract Transactions getTransactions()

    def ayu = People.somebody()
    def now = People.NOW + Duration.ofDays(1)

    def setup() {
        users.add(ayu)
    }

    def "a post is found by its id and by its address, as it was added"() {
        given:
        def post = Writings.draft(ayu.id(), title: 'Hujan', body: 'Turun *lagi*.', excerpt: excerpt)
        add(post)

        expect:
        posts.find(new PostKey.Id(post.id())).get() == post
        posts.find(new PostKey.Address(post.slug())).get() == post
        posts.find(new PostKey.Id(Writings.newId())).empty
        posts.find(new PostKey.Address(new Slug('nowhere'))).empty

        where:
        excerpt << ['', 'It rains.']
    }

    def "every stage is found again"() {
        given:
        def post = Writings.draft(ayu.id())
        add(post)

        when:
        def saved = posts.save(new Post(
                post.id(), post.author(), post.slug(), post.story(), post.filing(), stage, post.createdAt(), now, post.version()))

        then:
        saved.version() == 1
        posts.find(new PostKey.Id(post.id())).get() == saved
        saved.stage() == stage

        where:
        stage << [
            new Stage.Draft(),
            new Stage.Open(People.NOW, new News.Told()),
            new Stage.Open(People.NOW, new News.First()),
            new Stage.Open(People.NOW, new News.Again(People.NOW - Duration.ofDays(1))),
            new Stage.Withdrawn(People.NOW),
            new Stage.Trashed(new Stage.Draft(), People.NOW),
            new Stage.Trashed(new Stage.Open(People.NOW, new News.First()), People.NOW),
            new Stage.Trashed(new Stage.Open(People.NOW, new News.Again(People.NOW - Duration.ofDays(1))), People.NOW),
            new Stage.Trashed(new Stage.Withdrawn(People.NOW), People.NOW)]
    }

    def "who saves what somebody else saved since is told so, and nothing is lost"() {
        given:
        def post = Writings.draft(ayu.id())
        add(post)
        posts.save(published(post))

        when:
        save(posts, post)

        then:
        thrown(StaleAggregate)
        posts.find(new PostKey.Id(post.id())).get().stage() instanceof Stage.Open

        where:
        save << [
            { Posts all, Post one -> all.save(one) },
            { Posts all, Post one -> all.rewrite(one, Writings.typeset(one)) }]
    }

    def "an address is given once, for ever"() {
        given:
        def first = Writings.draft(ayu.id(), slug: 'kota-tua')
        add(first)
        def second = Writings.draft(ayu.id())
        add(second)

        expect:
        !claim('kota-tua', second)
        claim('kota-tua', first)

        when:
        def moved = transactions.write {
            assert posts.claim(new Slug('old-town'), first.id())
            def elsewhere = first.rewrite(
                    Writings.writer(ayu.id()), new Slug('old-town'), first.story(), first.filing(), now).post()
            posts.save(elsewhere)
        }

        then:
        posts.find(new PostKey.Address(new Slug('old-town'))).get() == moved
        posts.find(new PostKey.Address(new Slug('kota-tua'))).get() == moved
        !claim('kota-tua', second)
    }

    def "of several addresses the first is given that is free"() {
        given:
        def first = Writings.draft(ayu.id(), slug: 'pasar')
        add(first)
        def second = Writings.draft(ayu.id())
        add(second)
        def wanted = ['pasar', 'pasar-2', 'pasar-3'].collect { new Slug(it) }

        expect:
        transactions.write { posts.claim(wanted, second.id()) } == Optional.of(wanted[1])
        transactions.write { posts.claim(wanted, first.id()) } == Optional.of(wanted[0])
        transactions.write { posts.claim(wanted.take(1), second.id()) } == Optional.empty()
        posts.find(new PostKey.Address(wanted[1])).get().id() == second.id()
        posts.find(new PostKey.Address(wanted[2])) == Optional.empty()
    }

    def "a text is written anew, with all that belongs to it"() {
        given:
        def post = Writings.draft(ayu.id())
        add(post)

        when:
        def anew = post.rewrite(
                Writings.writer(ayu.id()), post.slug(), Writings.story(title: 'Again', body: 'Anew.', excerpt: 'Short.'), post.filing(), now).post()
        def saved = posts.rewrite(anew, Writings.typeset(anew))

        then:
        posts.find(new PostKey.Id(post.id())).get() == saved
        saved.story() == anew.story()
        saved.version() == 1
    }

    void add(Post post) {
        transactions.write {
            assert posts.claim(post.slug(), post.id())
            posts.add(post, Writings.typeset(post))
        }
    }

    boolean claim(String slug, Post post) {
        transactions.write { posts.claim(new Slug(slug), post.id()) }
    }

    Post published(Post post) {
        post.publish(Writings.writer(ayu.id()), now).post()
    }
}
