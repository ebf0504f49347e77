package dev.beranda.bootstrap.journey

import spock.lang.Shared

/** By what a list of posts could be narrowed. */
class FacetsIT extends JourneySpecification implements Newsroom {

    @Shared
    Visitor ayu

    @Shared
    String name

    @Shared
    Map city

    @Shared
    Map market

    @Shared
    String word = 'zq' + UUID.randomUUID().toString().replaceAll('[^a-f]', '') + 'fc'

    def guest = visitor(1)

    def setupSpec() {
        ayu = author()
        name = ayu.get('/api/me').body.username
        def editor = editor()
        city = editor.post('/api/categories', [name: unheardOf('City')]).body
        market = editor.post('/api/categories', [name: unheardOf('Market'), parent: city.slug]).body
        publish(ayu, [title: "One $word".toString(), tags: ['Sate', 'Kopi'], category: market.slug])
        publish(ayu, [title: "Two $word".toString(), tags: ['Kopi'], category: city.slug])
        publish(ayu, [title: 'Three', tags: ['Kopi']])
        write(ayu, [title: "Draft $word".toString(), tags: ['Kopi']])
    }

    def "what everybody sees is counted by tag, category, author, year and month"() {
        given:
        def answer = guest.get("/api/posts/facets?author=$name")
        def month = guest.get("/api/posts?author=$name").body.items.first().published_at.take(7)

        expect:
        answer.status == 200
        answer.body == [
                counted: 3, complete: true,
                tags: [[slug: 'kopi', name: 'Kopi', count: 3], [slug: 'sate', name: 'Sate', count: 1]],
                categories: [[slug: city.slug, name: city.name, count: 2], [slug: market.slug, name: market.name, count: 1]],
                authors: [[username: name, display_name: ayu.get('/api/me').body.display_name, count: 3]],
                years: [[year: month.take(4) as int, count: 3]],
                months: [[month: month, count: 3]],
        ]
        ayu.get("/api/posts/facets?author=$name").body == answer.body
    }

    def "each count is how long the list is that one comes to by it"() {
        given:
        def facets = guest.get("/api/posts/facets?author=$name").body

        expect:
        (facets.tags.collect { ["tag=$it.slug", it.count] } + facets.categories.collect { ["category=$it.slug", it.count] }).every { query, count ->
            assert guest.get("/api/posts?author=$name&count=true&$query").body.total == count
            assert guest.get("/api/posts/facets?author=$name&$query").body.counted == count
            true
        }
    }

    def "what is searched for is counted as it is found: #query"() {
        given:
        def wish = query.replace('WORD', word).replace('CITY', city.slug)

        expect:
        guest.get("/api/posts/facets?$wish").body.counted == guest.get("/api/posts?$wish&count=true").body.total
        guest.get("/api/posts/facets?$wish").body.counted == counted

        where:
        query                                       || counted
        'q=WORD'                                    || 2
        'q=WORD&tag=sate'                           || 1
        'q=WORD&category=CITY'                      || 2
        'q=One%20WORD'                              || 1
        'q=%27%29%3B%20drop%20table%20post%3B--%22' || 0
        'q=WORD&from=2999-01-01T00:00:00Z'          || 0
        'tag=no-such-tag'                           || 0
    }

    def "who has it already is told so, and whose token is no good is told that, too"() {
        given:
        def seen = guest.get("/api/posts/facets?author=$name").header('etag')

        expect:
        visitor(0).get("/api/posts/facets?author=$name", ['If-None-Match': seen]).status == 304
        guest.get('/api/posts/facets', [Authorization: 'Bearer x']).status == 401
    }

    def "no counts are asked for by what is not known: #query"() {
        expect:
        with(guest.get("/api/posts/facets?$query")) {
            status == expected
            body.code == code
        }

        where:
        query          || expected | code
        'author=%25'   || 422      | 'validation_failed'
        'tag=%27--'    || 422      | 'validation_failed'
        'from=today'   || 422      | 'validation_failed'
        'q=' + 'x' * 101 || 422    | 'validation_failed'
        'status=draft' || 400      | 'unknown_field'
        'limit=5'      || 400      | 'unknown_field'
        'sort=title'   || 400      | 'unknown_field'
    }
}
