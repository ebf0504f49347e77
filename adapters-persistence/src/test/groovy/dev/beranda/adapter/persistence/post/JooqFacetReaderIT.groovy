package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.post.FacetReader
import dev.beranda.application.post.FacetsView
import dev.beranda.application.post.PostReader.Which
import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.SearchText
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Instant
import org.jooq.DSLContext
import org.jooq.ExecuteContext
import org.jooq.ExecuteListener
import org.jooq.impl.DSL
import org.jooq.impl.DefaultExecuteListenerProvider
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqFacetReaderIT extends Specification {

    static final ALL = new Which(null, null, null, null, null)

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def reader = node.get(FacetReader)
    def ayu = People.somebody()

    def setup() {
        node.get(Users).add(ayu)
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "there is nothing to count where there is nothing"() {
        expect:
        reader.count(null, ALL) == new FacetsView(0, true, [], [], [], [], [])
        reader.count(SearchText.parse('rain').value(), ALL) == new FacetsView(0, true, [], [], [], [], [])
    }

    def "posts are counted by all they have, most of them first and the latest first; one on a shelf stands on those above it too"() {
        given:
        category('city')
        category('market', 'city')
        category('sate', 'market')
        category('sea')
        posts(1, 4, 'sate', '2026-03-05')
        posts(5, 2, 'market', '2026-01-31T23:59:59Z')
        posts(7, 1, 'sea', '2025-12-31T23:59:59.999Z')
        posts(8, 1, null, '2024-02-29')
        tag('hujan', 1..3)
        tag('kopi', 1..8)
        tag('nowhere', [])

        when:
        def facets = reader.count(null, ALL)

        then:
        facets.counted() == 8
        facets.isComplete()
        counts(facets.tags()) == [kopi: 8, hujan: 3]
        counts(facets.categories()) == [city: 6, market: 6, sate: 4, sea: 1]
        facets.authors() == [new FacetsView.OfAuthor(ayu.id(), ayu.username(), ayu.profile().displayName(), 8)]
        facets.years().collect { [it.year().value, it.posts()] } == [[2026, 6], [2025, 1], [2024, 1]]
        facets.months().collect { [it.month().toString(), it.posts()] } == [['2026-03', 4], ['2026-01', 2], ['2025-12', 1], ['2024-02', 1]]
    }

    def "only what is meant is counted: #what"() {
        given:
        category('city')
        category('market', 'city')
        posts(1, 4, 'market', '2026-03-05')
        posts(5, 2, null, '2026-01-31')
        tag('hujan', 3..5)

        expect:
        reader.count(null, which).counted() == counted
        counts(reader.count(null, which).tags()) == tags

        where:
        what        | which                                                                                  || counted | tags
        'all'       | ALL                                                                                    || 6       | [hujan: 3]
        'tag'       | new Which(new Slug('hujan'), null, null, null, null)                                   || 3       | [hujan: 3]
        'category'  | new Which(null, new Slug('city'), null, null, null)                                    || 4       | [hujan: 2]
        'both'      | new Which(new Slug('hujan'), new Slug('market'), null, null, null)                     || 2       | [hujan: 2]
        'from'      | new Which(null, null, null, Instant.parse('2026-02-01T00:00:00Z'), null)               || 4       | [hujan: 2]
        'to'        | new Which(null, null, null, null, Instant.parse('2026-02-01T00:00:00Z'))               || 2       | [hujan: 1]
        'nothing'   | new Which(new Slug('none'), null, null, null, null)                                    || 0       | [:]
    }

    def "what nobody sees by now is not counted: #what"() {
        given:
        posts(1, 3, null, '2026-03-05')
        tag('hujan', 1..3)
        Databases.byHand(database, "update post set $change where slug = 'post-2'")

        expect:
        reader.count(null, ALL).counted() == 2
        counts(reader.count(null, ALL).tags()) == [hujan: 2]
        reader.count(null, new Which(new Slug('hujan'), null, null, null, null)).counted() == 2
        reader.count(SearchText.parse('rain').value(), ALL).counted() == 2

        where:
        what        | change
        'a draft'   | "stage = 'draft', open_from = null"
        'planned'   | "open_from = now() + interval '1 hour'"
        'withdrawn' | "stage = 'withdrawn'"
        'in trash'  | 'trashed_at = now()'
    }

    def "what is searched for is counted as it is found, by its words or by titles that resemble them"() {
        given:
        posts(1, 3, null, '2026-03-05')
        posts(4, 2, null, '2026-03-05', 'Kebudayaan', 'Nothing.')
        tag('hujan', 3..4)

        expect:
        reader.count(SearchText.parse(words).value(), ALL).with { [it.counted(), counts(it.tags())] } == [counted, tags]

        where:
        words           || counted | tags
        'rain'          || 3       | [hujan: 1]
        'raining'       || 3       | [hujan: 1]
        'kebudayaan'    || 2       | [hujan: 1]
        'kebudayan'     || 2       | [hujan: 1]
        'rain -rain'    || 0       | [:]
        'zzzzzzzzz'     || 0       | [:]
    }

    def "of very many no more than ten thousand are looked at, the newest, and it is said that there may be more"() {
        given:
        posts(1, 10_050, null, '2026-01-05')
        posts(20_001, 60, null, '2026-03-05')

        when:
        def facets = reader.count(null, ALL)

        then:
        facets.counted() == 10_000
        !facets.isComplete()
        facets.months().collect { [it.month().toString(), it.posts()] } == [['2026-03', 60], ['2026-01', 9_940]]

        and:
        reader.count(SearchText.parse('rain').value(), ALL).with { [it.counted(), it.isComplete()] } == [10_000, false]
        reader.count(null, new Which(null, null, null, Instant.parse('2026-02-01T00:00:00Z'), null)).with { [it.counted(), it.isComplete()] } == [60, true]
    }

    def "of very many that have the words what else is asked for is asked of the newest, and it is said that there may be more: #what"() {
        given:
        category('city')
        posts(1, 60, 'city', '2026-01-05')
        posts(1_001, 10_050, null, '2026-03-05')
        tag('hujan', [1, 1_001])
        Databases.byHand(database, 'analyze post')

        expect:
        reader.count(SearchText.parse('rain').value(), which).with { [it.counted(), it.isComplete()] } == [counted, complete]

        where:
        what                | which                                                                    || counted | complete
        'nothing else'      | ALL                                                                      || 10_000  | false
        'category'          | new Which(null, new Slug('city'), null, null, null)                      || 0       | false
        'tag'               | new Which(new Slug('hujan'), null, null, null, null)                     || 1       | false
        'since before'      | new Which(new Slug('hujan'), null, null, moment('2026-01-01'), null)     || 1       | false
        'since later'       | new Which(new Slug('hujan'), null, null, moment('2026-03-05'), null)     || 1       | true
        'until before then' | new Which(null, null, null, null, moment('2026-02-01'))                  || 60      | true
        'a tag until then'  | new Which(new Slug('hujan'), null, null, null, moment('2026-02-01'))     || 1       | true
    }

    def "of very many names the twenty with most posts are told"() {
        given:
        posts(1, 30, null, '2026-01-05')
        (1..25).each { tag("t$it", 1..it) }

        expect:
        counts(reader.count(null, ALL).tags()).keySet() as List == (25..6).collect { "t$it".toString() }
    }

    def "all of it is one statement: #words"() {
        given:
        posts(1, 3, null, '2026-01-05')
        def statements = []
        def listener = new ExecuteListener() {
            @Override
            void executeStart(ExecuteContext execution) {
                statements << execution.sql()
            }
        }
        def sql = DSL.using(node.get(DSLContext).configuration().derive(new DefaultExecuteListenerProvider(listener)))

        when:
        def facets = new JooqFacetReader(sql, node.get(PostCards), node.get(PostChoice)).count(words == null ? null : SearchText.parse(words).value(), ALL)

        then:
        facets.counted() == counted
        statements.size() == 1

        where:
        words  || counted
        null   || 3
        'rain' || 3
        'Walt' || 3
        'none' || 0
    }

    private static Instant moment(String day) {
        Instant.parse(day + 'T00:00:00Z')
    }

    private static Map<String, Integer> counts(List<FacetsView.OfLabel> facets) {
        facets.collectEntries { [it.label().slug().value(), it.posts()] }
    }

    private void category(String slug, String parent = null) {
        Databases.byHand(database, """insert into category (id, parent_id, slug, name, created_at, version)
            values (gen_random_uuid(), (select id from category where slug = '$parent'), '$slug', '$slug', now(), 0)""")
    }

    private void tag(String slug, List<Integer> posts) {
        Databases.byHand(database, "insert into tag (id, slug, name, name_key, created_at, version) values (gen_random_uuid(), '$slug', '$slug', '$slug', now(), 0)")
        posts.each { number ->
            Databases.byHand(database, "insert into post_tag (post_id, tag_id, place) select p.id, t.id, 0 from post p, tag t where p.slug = 'post-$number' and t.slug = '$slug'")
        }
    }

    private void posts(int first, int count, String category, String from, String title = 'A walk', String prose = 'It rained.') {
        Databases.byHand(database, """
            insert into post (id, author_id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, category_id, created_at, updated_at, version)
            select gen_random_uuid(), '${ayu.id()}', 'post-' || i, '$title', '', false, 1, 'open', '$from'::timestamptz, true, (select id from category where slug = '$category'), now(), now(), 0
            from generate_series($first, ${first + count - 1}) i""")
        Databases.byHand(database, "insert into post_search (post_id, prose) select id, '$prose' from post where not exists (select from post_search where post_id = post.id)")
    }
}
