package dev.beranda.domain.post

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class RevisionsContract extends Specification {

    static final FILING = new Filing([], new Shelf.None(), new Cover.None())

    abstract Revisions getRevisions()

    abstract Posts getPosts()

    abstract Users getUsers()

    abstract Transactions getTransactions()

    def ayu = People.somebody()

    def setup() {
        users.add(ayu)
    }

    def "each post counts for itself, and every version is found as it was"() {
        given:
        def (one, other) = [post(), post()]
        def later = People.NOW + Duration.ofHours(1)
        revisions.keep(one, ayu.id(), Writings.story(body: 'first'), FILING, People.NOW)
        revisions.keep(one, ayu.id(), Writings.story(body: 'second', excerpt: 'e'), FILING, later)
        revisions.keep(other, ayu.id(), Writings.story(body: 'elsewhere'), FILING, People.NOW)

        expect:
        revisions.find(one, 1).get() == new Revision(one, 1, new Author.Known(ayu.id()), Writings.story(body: 'first'), new Filed.As(FILING), People.NOW)
        revisions.find(one, 2).get() == new Revision(one, 2, new Author.Known(ayu.id()), Writings.story(body: 'second', excerpt: 'e'), new Filed.As(FILING), later)
        revisions.find(other, 1).get().story().body().value() == 'elsewhere'
        revisions.find(other, 2).empty
        revisions.find(one, 0).empty
    }

    def "of very many, the latest are kept, and no number is given twice"() {
        given:
        def post = post()

        when:
        (1..(Revisions.MOST + 3)).each { revisions.keep(post, ayu.id(), Writings.story(body: "version $it".toString()), FILING, People.NOW) }

        then:
        revisions.find(post, 3).empty
        revisions.find(post, 4).get().story().body().value() == 'version 4'
        revisions.find(post, Revisions.MOST + 3).present
    }

    PostId post() {
        def post = Writings.draft(ayu.id())
        transactions.write {
            posts.claim(post.slug(), post.id())
            posts.add(post, Writings.typeset(post))
        }
        post.id()
    }
}
