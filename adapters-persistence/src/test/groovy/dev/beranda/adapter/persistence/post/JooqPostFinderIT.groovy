package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.post.FoundPostView
import dev.beranda.application.post.PostFinder
import dev.beranda.application.post.PostOrder
import dev.beranda.application.post.PostReader.Selection
import dev.beranda.application.post.PostReader.Which
import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.shared.SearchText
import dev.beranda.domain.shared.Slug
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Among thousands: "common" is in every second post, "usual" in the title of each fifth, "rare" in seven. */
class JooqPostFinderIT extends Specification {

    private static final int POSTS = 4_000
    private static final Which ANY = new Which(null, null, null, null, null)

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def finder = node.get(PostFinder)

    def setupSpec() {
        Databases.byHand(database, """
            insert into post (id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, created_at,
                updated_at, version)
            select gen_random_uuid(), 'post-' || n, case when n % 5 = 0 then 'Usual ' else 'Another ' end || n, '', false, 1, 'open',
                now() - n * interval '7 hours', true, now() - n * interval '7 hours', now(), 0
            from generate_series(1, $POSTS) n""")
        Databases.byHand(database, """
            insert into tag (id, slug, name, name_key, created_at, version)
            values ('00000000-0000-7000-8000-000000000001', 'labelled', 'labelled', 'labelled', now(), 0)""")
        Databases.byHand(database, """
            insert into post_tag (post_id, tag_id, place)
            select id, '00000000-0000-7000-8000-000000000001', 0 from post where substr(slug, 6)::int % 100 = 0""")
        Databases.byHand(database, """
            insert into post_search (post_id, prose)
            select id, case when substr(slug, 6)::int % 2 = 0 then 'A common thing.' else 'Nothing.' end
                || case when substr(slug, 6)::int % 600 = 1 then ' And rare.' else '' end from post""")
        Databases.byHand(database, 'analyze post, post_search')
    }

    def "of a common word every post is found once, page by page: #words, #order.by()"() {
        when:
        def found = all(words, ANY, order)

        then:
        found.size() == many
        found.toSet().size() == many

        where:
        words    | order                                                || many
        'common' | PostOrder.BEST_FIRST                                 || POSTS / 2
        'common' | PostOrder.NEWEST_FIRST                               || POSTS / 2
        'common' | new PostOrder(PostOrder.Key.PUBLISHED_AT, false)     || POSTS / 2
        'usual'  | PostOrder.BEST_FIRST                                 || POSTS / 5
        'rare'   | PostOrder.BEST_FIRST                                 || 7
    }

    def "the newest come in their order, and the best are chosen among them"() {
        expect:
        numbers(all('common', ANY, PostOrder.NEWEST_FIRST)) == (1..POSTS).findAll { it % 2 == 0 }
        numbers(all('common', ANY, PostOrder.BEST_FIRST).drop(300)) == (601..POSTS).findAll { it % 2 == 0 }
    }

    def "what has all the words in its title comes first, however old it is"() {
        given:
        def last = 'post-' + POSTS

        expect:
        first('usual ' + POSTS) == last
        first('common usual')?.startsWith('post-')

        when:
        Databases.byHand(database, "update post set title = 'Common sense' where slug = '$last'")
        Databases.byHand(database, "update post_search set prose = prose where post_id = (select id from post where slug = '$last')")

        then:
        first('common') == last
    }

    def "what is common is a word, and what is not may be half of one"() {
        given:
        def slugs = ['post-11', 'post-13', 'post-17']
        Databases.byHand(database, "update post_search set prose = 'Commonwealth, rarefied.' where post_id in (select id from post where slug in ('${slugs.join("','")}'))")

        expect:
        !(slugs[0] in all('common', ANY, PostOrder.NEWEST_FIRST))
        all('commonw', ANY, PostOrder.NEWEST_FIRST) == slugs
        all('rare', ANY, PostOrder.NEWEST_FIRST).containsAll(slugs)
        all('rarefi', ANY, PostOrder.NEWEST_FIRST) == slugs
    }

    def "a filter finds all that it wants of a common word, though they are few and far between"() {
        given:
        def which = new Which(new Slug('labelled'), null, null, null, null)

        expect:
        numbers(all('common', which, PostOrder.NEWEST_FIRST)) == (1..POSTS).findAll { it % 100 == 0 }
        numbers(all('common', which, PostOrder.BEST_FIRST)).toSet() == (1..POSTS).findAll { it % 100 == 0 }.toSet()
    }

    def "the length of the list is that of all that is found"() {
        expect:
        finder.find(new SearchText('common'), new Selection.Visible(), ANY, PostOrder.BEST_FIRST, new PageRequest(20, null, true))
                .total() == POSTS / 2
    }

    private List<String> all(String words, Which which, PostOrder order) {
        List<String> slugs = []
        Page<FoundPostView> page = null
        while (page == null || page.next() != null) {
            page = finder.find(
                    new SearchText(words), new Selection.Visible(), which, order, new PageRequest(100, page?.next(), false))
            slugs.addAll(page.items()*.card()*.slug()*.value())
            assert slugs.size() <= POSTS
        }
        slugs
    }

    private String first(String words) {
        all(words, ANY, PostOrder.BEST_FIRST).first()
    }

    private static List<Integer> numbers(List<String> slugs) {
        slugs.collect { it.drop(5) as int }
    }
}
