package dev.beranda.adapter.persistence.syndication

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.post.NewestPosts
import dev.beranda.adapter.persistence.post.PostCards
import dev.beranda.application.post.PostReader.Which
import dev.beranda.application.syndication.ChannelReader
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.media.Format
import dev.beranda.domain.media.Print
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.Posts
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.User
import dev.beranda.domain.user.Username
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import java.time.Instant
import org.jooq.DSLContext
import org.jooq.ExecuteContext
import org.jooq.ExecuteListener
import org.jooq.impl.DSL
import org.jooq.impl.DefaultExecuteListenerProvider
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqChannelReaderIT extends Specification {

    static final ALL = new Which(null, null, null, null, null)

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def reader = node.get(ChannelReader)
    def now = People.NOW
    def ayu = somebody()

    def cleanup() {
        Databases.empty(database)
    }

    def "the newest of what everybody sees are read, the newest first, and no more than are wanted"() {
        given:
        def posts = (1..5).collect { published(ayu, now - Duration.ofMinutes(it)) }
        def hidden = [
                "stage = 'draft', open_from = null, announced = false",
                "open_from = now() + interval '1 hour'",
                "stage = 'withdrawn'",
                'trashed_at = now()',
        ].collect { change -> published(ayu).tap { Databases.byHand(database, "update post set $change where id = '${it.id()}'") } }

        expect:
        items(ALL, 20)*.card()*.id() == posts*.id()
        items(ALL, 2)*.card()*.id() == posts.take(2)*.id()
        hidden.size() == 4
    }

    def "an item has all that is said, and by whom, and when it was last another"() {
        given:
        def post = published(ayu, now - Duration.ofDays(1))
        Databases.byHand(database, "update post set updated_at = '$now' where id = '${post.id()}'")

        expect:
        with(items(ALL, 20).first()) {
            html() == Writings.typeset(post).html()
            card().author().username() == ayu.username()
            publishedAt() == now - Duration.ofDays(1)
            changedAt() == now
            cover() == null
        }
        reader.find(ALL, 20).get().changedAt().get() == now
    }

    def "what was planned is another from when it can be read on, and not from when it was written"() {
        given:
        def post = published(ayu, now)
        Databases.byHand(database, "update post set updated_at = '${now - Duration.ofDays(1)}' where id = '${post.id()}'")

        expect:
        items(ALL, 20).first().changedAt() == now
    }

    def "a cover is told in its widest form, but never as WebP"() {
        given:
        def post = published(ayu)
        def medium = UUID.randomUUID()
        Databases.byHand(database, "insert into media values ('$medium', null, 'jpeg', 2000, 1000, 'A boat', 9, now(), 0)")
        [[320, 'jpeg', 1], [1600, 'jpeg', 5], [2000, 'webp', 3]].each { width, format, bytes ->
            Databases.byHand(database, "insert into media_print values ('$medium', $width, ${width.intdiv(2)}, '$format', $bytes)")
        }
        Databases.byHand(database, "update post set cover_id = '$medium' where id = '${post.id()}'")

        expect:
        with(items(ALL, 20).first().cover()) {
            id().value() == medium
            alt().value() == 'A boat'
            it.print() == new Print(1600, 800, Format.JPEG, 5)
        }
    }

    def "of a tag, a category or an author, only theirs are read, by any slug it ever had, and it is told what it is called now"() {
        given:
        def budi = somebody()
        def post = published(ayu)
        published(budi)
        def tag = UUID.randomUUID()
        def category = UUID.randomUUID()
        def below = UUID.randomUUID()
        Databases.byHand(database, "insert into tag values ('$tag', 'hujan', 'Hujan', 'hujan', 0, now(), 0)")
        Databases.byHand(database, "insert into tag_slug values ('rain', '$tag')")
        Databases.byHand(database, "insert into category values ('$category', null, 'city', 'City', 0, now(), 0), ('$below', '$category', 'kota', 'Kota', 0, now(), 0)")
        Databases.byHand(database, "insert into post_tag (post_id, tag_id, place) values ('${post.id()}', '$tag', 0)")
        Databases.byHand(database, "update post set category_id = '$below' where id = '${post.id()}'")

        expect:
        with(reader.find(new Which(new Slug('rain'), new Slug('city'), new Username(ayu.username().value().toUpperCase()), null, null), 20).get()) {
            it.tag().slug() == new Slug('hujan')
            it.tag().name() == 'Hujan'
            it.category().name() == 'City'
            author().displayName() == ayu.profile().displayName()
            items()*.card()*.id() == [post.id()]
        }
        [new Which(new Slug('rain'), null, null, null, null), new Which(null, new Slug('kota'), null, null, null), new Which(null, null, ayu.username(), null, null)]
                .every { items(it, 20)*.card()*.id() == [post.id()] }
        items(new Which(null, null, budi.username(), null, null), 20)*.card()*.id() != [post.id()]
    }

    def "where there is nothing yet, it is told what it is called; what there is not is not told"() {
        given:
        def tag = UUID.randomUUID()
        Databases.byHand(database, "insert into tag values ('$tag', 'hujan', 'Hujan', 'hujan', 0, now(), 0)")

        expect: 'the name of a tag that only drafts have is not told'
        reader.find(new Which(new Slug('hujan'), null, null, null, null), 20).empty

        when:
        Databases.byHand(database, "update tag set post_count = 1 where id = '$tag'")

        then:
        with(reader.find(new Which(new Slug('hujan'), null, null, null, null), 20).get()) {
            it.tag().name() == 'Hujan'
            items() == []
            changedAt().empty
        }
        reader.find(ALL, 20).get().items() == []
        [new Which(new Slug('none'), null, null, null, null), new Which(null, new Slug('none'), null, null, null), new Which(null, null, new Username('nobody'), null, null),
         new Which(new Slug('hujan'), new Slug('none'), null, null, null)].every { reader.find(it, 20).empty }
    }

    def "all of it is one statement"() {
        given:
        (1..3).each { published(ayu) }
        def statements = []
        def sql = listening(statements)
        def listened = new JooqChannelReader(sql, node.get(PostCards), node.get(NewestPosts))

        when:
        def found = listened.find(new Which(null, null, ayu.username(), null, null), 20).get()

        then:
        found.items().size() == 3
        statements.size() == 1
    }

    private DSLContext listening(List<String> statements) {
        def listener = new ExecuteListener() {
            @Override
            void executeStart(ExecuteContext execution) {
                statements << execution.sql()
            }
        }
        DSL.using(node.get(DSLContext).configuration().derive(new DefaultExecuteListenerProvider(listener)))
    }

    private List items(Which which, int most) {
        reader.find(which, most).get().items()
    }

    private User somebody() {
        def person = People.somebody()
        node.get(Users).add(person)
        person
    }

    private Post published(User author, Instant at = now) {
        def post = Writings.draft(author.id()).publish(Writings.writer(author.id()), at, at).post()
        node.get(Transactions).write {
            node.get(Posts).claim(post.slug(), post.id())
            node.get(Posts).add(post, Writings.typeset(post))
        }
        post
    }
}
