package dev.beranda.adapter.persistence.readership

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.readership.ReadershipReader
import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Posts
import dev.beranda.domain.readership.Follows
import dev.beranda.domain.readership.Mark
import dev.beranda.domain.readership.Marks
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.User
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqReadershipReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def reader = node.get(ReadershipReader)
    def now = People.NOW
    def ayu = somebody()
    def budi = somebody()

    def cleanup() {
        Databases.empty(database)
    }

    def "what everybody can read is found by its id and by any address it has or had"() {
        given:
        def post = published(budi)
        claim(new Slug('older'), post.id())

        expect:
        [new PostKey.Id(post.id()), new PostKey.Address(post.slug()), new PostKey.Address(new Slug('older'))]
                .every { reader.legible(it).get() == post.id() && reader.called(it).get() == post.id() }
        reader.called(new PostKey.Address(new Slug('nowhere'))).empty
    }

    def "what not everybody can read is not found: #what"() {
        given:
        def post = written(budi)
        Databases.byHand(database, "update post set $change where id = '${post.id()}'")

        expect:
        reader.legible(new PostKey.Id(post.id())).empty
        reader.legible(new PostKey.Address(post.slug())).empty
        reader.legible(new PostKey.Id(Writings.newId())).empty

        where:
        what        | change
        'a draft'   | "stage = 'draft'"
        'planned'   | "stage = 'open', open_from = now() + interval '1 hour'"
        'withdrawn' | "stage = 'withdrawn', open_from = now()"
        'in trash'  | "stage = 'open', open_from = now() - interval '1 day', trashed_at = now()"
    }

    def "bookmarks are listed, the last kept first, in pieces, without what is hidden for now"() {
        given:
        def posts = (1..7).collect { published(budi, now - Duration.ofDays(it)) }
        posts.eachWithIndex { post, i -> keep(ayu, post, now + Duration.ofMinutes(i.intdiv(2))) }
        keep(budi, posts[0], now)
        def order = (0..6).toSorted { a, b -> b.intdiv(2) <=> a.intdiv(2) ?: posts[b].id().toString() <=> posts[a].id().toString() }

        expect:
        all(3) { reader.bookmarks(ayu.id(), it) }*.id() == order.collect { posts[it].id() }
        reader.bookmarks(ayu.id(), new PageRequest(2, null, true)).total() == 7

        when:
        Databases.byHand(database, "update post set stage = 'withdrawn' where id = '${posts[3].id()}'")

        then:
        all(100) { reader.bookmarks(ayu.id(), it) }*.id() == (order - 3).collect { posts[it].id() }
        reader.bookmarks(ayu.id(), new PageRequest(2, null, true)).total() == 6
    }

    def "the feed has what those one follows gave out, the newest first, wherever it is cut: #limit"() {
        given:
        def random = new Random(limit)
        def authors = (1..25).collect { somebody() }
        def posts = authors.collectMany { author ->
            (0..<random.nextInt(12)).collect { published(author, now - Duration.ofMinutes(random.nextInt(40))) }
        }
        def followed = authors.findAll { random.nextInt(3) > 0 }
        followed.each { follow(ayu, it) }
        posts << published(ayu, now)
        published(budi, now)
        written(followed[0])

        and:
        def expected = posts.findAll { it.author().id() in followed*.id() }
                .sort { a, b -> b.stage().from() <=> a.stage().from() ?: b.id().toString() <=> a.id().toString() }*.id()

        when:
        def read = all(limit) { reader.feed(ayu.id(), it) }*.id()
        def total = reader.feed(ayu.id(), new PageRequest(1, null, true)).total()

        then:
        read == expected
        total == expected.size()

        where:
        limit << [1, 2, 7, 20, 100]
    }

    def "who follows nobody has nothing to read"() {
        given:
        published(budi)

        expect:
        reader.feed(ayu.id(), new PageRequest(20, null, true)) == new Page([], null, null, 0)
        reader.followed(ayu.id(), new PageRequest(20, null, true)) == new Page([], null, null, 0)
    }

    def "whom one follows is listed, the last followed first, without who is not there for now"() {
        given:
        def people = (1..5).collect { somebody() }
        people.eachWithIndex { person, i -> follow(ayu, person, now + Duration.ofMinutes(i)) }
        follow(budi, people[0])
        Databases.byHand(database, "update app_user set disabled = true where id = '${people[1].id()}'")
        Databases.byHand(database, "update app_user set leaves_at = now() + interval '1 day' where id = '${people[2].id()}'")

        expect:
        all(2) { reader.followed(ayu.id(), it) }*.username() == [4, 3, 0].collect { people[it].username() }
        reader.followed(ayu.id(), new PageRequest(1, null, true)).total() == 3
    }

    def "one is told of one's own marks, and only of what one asks about"() {
        given:
        def posts = (1..4).collect { published(budi) }
        marks.leave(Mark.LIKE, posts[0].id(), ayu.id(), now)
        marks.leave(Mark.LIKE, posts[3].id(), ayu.id(), now)
        marks.leave(Mark.LIKE, posts[1].id(), budi.id(), now)
        keep(ayu, posts[1], now)
        follow(ayu, budi)
        def other = somebody()

        expect:
        with(reader.marks(ayu.id(), posts.take(3)*.id(), [budi, other]*.username())) {
            liked() == [posts[0].id()]
            bookmarked() == [posts[1].id()]
            followed() == [budi.username()]
        }
        with(reader.marks(ayu.id(), [], [])) {
            liked() == []
            bookmarked() == []
            followed() == []
        }
    }

    private <T> List<T> all(int limit, Closure<Page<T>> read) {
        def page = read(new PageRequest(limit, null, false))
        def items = page.items()
        while (page.next() != null) {
            assert page.items().size() == limit
            page = read(new PageRequest(limit, page.next(), false))
            items += page.items()
        }
        items
    }

    private User somebody() {
        def person = People.somebody()
        node.get(Users).add(person)
        person
    }

    private Post written(User author) {
        add(Writings.draft(author.id()))
    }

    private Post published(User author, Instant at = now) {
        add(Writings.draft(author.id()).publish(Writings.writer(author.id()), at, at).post())
    }

    private Post add(Post post) {
        node.get(Transactions).write {
            node.get(Posts).claim(post.slug(), post.id())
            node.get(Posts).add(post, Writings.typeset(post))
        }
        post
    }

    private void claim(Slug slug, PostId post) {
        node.get(Transactions).write { node.get(Posts).claim(slug, post) }
    }

    private void keep(User reader, Post post, Instant at) {
        marks.leave(Mark.BOOKMARK, post.id(), reader.id(), at)
    }

    private void follow(User follower, User followed, Instant at = now) {
        node.get(Follows).add(follower.id(), followed.id(), at)
    }

    private Marks getMarks() {
        node.get(Marks)
    }
}
