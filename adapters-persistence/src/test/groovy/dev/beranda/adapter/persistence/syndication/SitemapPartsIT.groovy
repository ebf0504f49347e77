package dev.beranda.adapter.persistence.syndication

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.post.PostCards
import dev.beranda.application.syndication.SitemapReader
import dev.beranda.application.syndication.SitemapView
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.Transactions
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import java.time.Instant
import org.jooq.DSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class SitemapPartsIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    @Shared
    @AutoCleanup
    Node otherNode = Node.on(database)

    def reader = node.get(SitemapReader)
    def parts = on(node)

    def cleanup() {
        Databases.empty(database)
        Databases.byHand(database, 'delete from sitemap_part where number > 1')
        Databases.byHand(database, "update sitemap_part set end_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff', changed_at = 'epoch'")
    }

    def "few posts are one map, in the order they were begun, with when each was last another"() {
        given:
        posts(1, 3)
        Databases.byHand(database, "update post set updated_at = '2026-03-05' where slug = 'post-2'")

        when:
        parts.keep()

        then:
        with(reader.whole()) {
            it instanceof SitemapView.Whole
            places()*.slug()*.value() == ['post-1', 'post-2', 'post-3']
            places()*.changedAt()*.toString() == ['2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z', '2026-03-01T00:00:00Z']
            places() == reader.part(1).get()
        }
        reader.part(2).empty
    }

    def "nothing but the first part is there from the beginning"() {
        expect:
        reader.whole() == new SitemapView.Whole([])
        reader.part(1).get() == []
        [0, 2, -1, Integer.MAX_VALUE].every { reader.part(it).empty }
    }

    def "what becomes too much comes in parts; a post stays where it is while others are added"() {
        given:
        posts(1, 25)

        when:
        parts.keep()
        def before = (1..3).collect { slugs(it) }

        then:
        before == [(1..10), (11..20), (21..25)].collect { it.collect { "post-$it".toString() } }
        reader.whole().parts()*.number() == [1, 2, 3]

        when:
        posts(26, 12)
        parts.keep()

        then:
        (1..2).collect { slugs(it) } == before.take(2)
        slugs(3) == (21..30).collect { "post-$it".toString() }
        slugs(4) == (31..37).collect { "post-$it".toString() }
        everySlug().size() == 37
    }

    def "what comes in between divides its part and moves no other"() {
        given:
        posts(1, 25)
        parts.keep()
        def others = [slugs(2), slugs(3)]

        when:
        posts(100, 9, '00000000')
        4.times { parts.keep() }

        then:
        [slugs(2), slugs(3)] == others
        slugs(1).size() == 10
        slugs(4).size() == 9
        everySlug().toSet().size() == 34
        everySlug().size() == 34
    }

    def "only what everybody sees stands in it, and a part in which nothing does is not there"() {
        given:
        posts(1, 25)
        parts.keep()

        when:
        Databases.byHand(database, "update post set stage = 'withdrawn' where slug = 'post-1'")
        Databases.byHand(database, "update post set trashed_at = now() where slug = 'post-2'")
        Databases.byHand(database, "update post set open_from = now() + interval '1 hour' where slug = 'post-3'")
        Databases.byHand(database, "update post set stage = 'draft', open_from = null where slug in ('post-4', 'post-21', 'post-22', 'post-23', 'post-24', 'post-25')")

        then:
        slugs(1) == (5..10).collect { "post-$it".toString() }
        reader.part(3).empty
        reader.whole().parts()*.number() == [1, 2]
    }

    def "a part tells when something in it last became different, whatever it was: #what"() {
        given:
        posts(1, 25)
        parts.keep()
        def before = reader.whole().parts()*.changedAt()

        when:
        Databases.byHand(database, "update post set $change where slug = 'post-13'")
        parts.keep()
        def after = reader.whole().parts()*.changedAt()

        then:
        before*.toString() == ['2026-03-01T00:00:00Z'] * 3
        after[1] == Instant.parse(at)
        [after[0], after[2]] == [before[0], before[2]]

        when:
        parts.keep()

        then:
        reader.whole().parts()*.changedAt() == after

        where:
        what             | change                                                           || at
        'it was edited'  | "updated_at = '2026-03-02'"                                      || '2026-03-02T00:00:00Z'
        'it was hidden'  | "stage = 'withdrawn', updated_at = '2026-03-02'"                 || '2026-03-02T00:00:00Z'
        'it was deleted' | "trashed_at = '2026-03-02', updated_at = '2026-03-02'"           || '2026-03-02T00:00:00Z'
        'it appeared'    | "open_from = '2026-03-03'"                                       || '2026-03-03T00:00:00Z'
    }

    def "what is dated in the future hides nothing that changes until then"() {
        given:
        posts(1, 25)
        parts.keep()
        Databases.byHand(database, "update post set updated_at = '2999-01-01' where slug = 'post-13'")
        parts.keep()

        expect:
        reader.whole().parts()*.changedAt()*.toString() == ['2026-03-01T00:00:00Z'] * 3

        when: "one was noted before"
        Databases.byHand(database, "update sitemap_part set changed_at = '2999-01-01' where number = 2")
        Databases.byHand(database, "update post set updated_at = now() where slug in ('post-3', 'post-14')")
        parts.keep()
        def after = reader.whole().parts()*.changedAt()

        then:
        after.take(2).every { it > Instant.now() - Duration.ofHours(1) && it < Instant.now() + Duration.ofHours(1) }
    }

    def "of many who divide at once each part is divided once, on whatever nodes they are"() {
        given:
        posts(1, 95)
        def others = [parts, on(otherNode)]

        when:
        def results = Race.of(20) { others[it % 2].keep() }

        then:
        results.every { !(it instanceof Exception) }
        reader.whole().parts()*.number() == (1..10).toList()
        (1..10).collect { slugs(it).size() } == [10] * 9 + [5]
        everySlug().size() == 95
    }

    private SitemapParts on(Node somewhere) {
        new SitemapParts(somewhere.get(DSLContext), somewhere.get(PostCards), somewhere.get(Transactions), 10)
    }

    private List<String> slugs(int part) {
        reader.part(part).orElse([])*.slug()*.value()
    }

    private List<String> everySlug() {
        reader.whole().parts()*.number().collectMany { slugs(it) }
    }

    /** Published posts whose ids come one behind the other, behind all before. */
    private void posts(int first, int count, String era = '019d0000') {
        Databases.byHand(database, """
            insert into post (id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, created_at, updated_at, version)
            select ('$era-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'post-' || i, 'Post', '', false, 1, 'open', '2026-03-01', true, '2026-03-01', '2026-03-01', 0
            from generate_series($first, ${first + count - 1}) i""")
    }
}
