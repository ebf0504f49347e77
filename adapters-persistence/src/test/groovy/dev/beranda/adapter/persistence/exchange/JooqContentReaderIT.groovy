package dev.beranda.adapter.persistence.exchange

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.exchange.ContentReader
import dev.beranda.application.exchange.Parcel
import dev.beranda.domain.fixture.People
import dev.beranda.domain.media.Media
import dev.beranda.domain.media.Medium
import dev.beranda.domain.media.Pictures
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.util.function.Consumer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqContentReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def ayu = People.somebody()

    def setup() {
        node.get(Transactions).write { node.get(Users).add(ayu) }
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "of each print its length is known"() {
        given:
        def medium = bring(301)

        expect:
        pictures()*.prints()*.collect { [it.width(), it.format(), it.bytes()] } ==
                [medium.prints().collect { [it.width(), it.format().word(), it.bytes()] }]
    }

    def "everything comes once, in its order, however much there is: #many"() {
        given:
        Databases.byHand(database, """
            insert into post (id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, created_at, updated_at, version)
            select gen_random_uuid(), 'post-' || n, 'Post ' || n, '', false, 1, 'open', now(), true, now(), now(), 0
            from generate_series(1, $many) n""")
        Databases.byHand(database, "insert into post_text (post_id, markdown, html, outline, edition) select id, 'Text.', '', '{}', 1 from post")
        Databases.byHand(database, """
            insert into comment (id, post_id, path, newest_first, markdown, html, edition, state, shown, written_at, worded_at, version)
            select id, id, array[id], id, 'Said.', '', 1, 'published', true, now(), now(), 0 from post""")
        Databases.byHand(database, """
            insert into tag (id, slug, name, name_key, created_at, version)
            select gen_random_uuid(), 'tag-' || n, 'Tag ' || n, 'tag ' || n, now(), 0 from generate_series(1, $many) n""")
        def media = (1..many).collect { bring().id().value() }

        when:
        def words = words()

        then:
        words.size() == 3 * many
        words*.class.unique() == [Parcel.TagCard, Parcel.Article, Parcel.CommentCard]
        words.groupBy { it.class }.values().every { alike -> alike*.label()*.name().with { it == it.toUnique().sort(false) } }
        pictures()*.id() == media

        where:
        many << [99, 100, 101, 250]
    }

    private List<Parcel> words() {
        def read = []
        node.get(Transactions).look { node.get(ContentReader).words({ read << it } as Consumer) }
        read
    }

    private List<Parcel> pictures() {
        def read = []
        node.get(ContentReader).pictures({ read << it } as Consumer)
        read
    }

    private Medium bring(int bytes = 300) {
        def medium = Pictures.of(ayu.id(), bytes)
        node.get(Transactions).write { node.get(Media).add(medium, Long.MAX_VALUE) }
        medium
    }
}
