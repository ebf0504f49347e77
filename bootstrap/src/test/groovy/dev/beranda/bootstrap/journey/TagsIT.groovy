package dev.beranda.bootstrap.journey

/** What posts are found by, and those who look after it, on two nodes. */
class TagsIT extends JourneySpecification implements Newsroom {

    def ayu = author()
    def budi = editor()
    def guest = visitor()

    def "readers are shown the tags of what they can read, with how many posts there are; editors all there are"() {
        given:
        def name = unheardOf('Street Food')
        def slug = slugOf(name)

        when:
        def draft = write(ayu, [tags: [name]])

        then:
        guest.get("/api/tags/$slug").status == 404
        ayu.get("/api/tags/$slug").status == 404
        named(guest, name) == []
        with(budi.at(nodes[1]).get("/api/tags/$slug")) {
            status == 200
            body.name == name
            body.post_count == 0
        }

        when:
        ayu.post("/api/posts/$draft.id/publish", [:])
        publish(ayu, [tags: [name]])

        then:
        soon { guest.get("/api/tags/$slug").body.post_count == 2 }
        named(visitor(1), name.toUpperCase())*.post_count == [2]
        named(visitor(1), name.substring(3, 20))*.slug.contains(slug)

        when:
        ayu.delete("/api/posts/$draft.id")

        then:
        soon { guest.get("/api/tags/$slug").body.post_count == 1 }
    }

    def "an editor adds a tag, at an address of its own"() {
        given:
        def name = unheardOf('Kopi')

        when:
        def answer = budi.post('/api/tags', [name: name])

        then:
        answer.status == 201
        answer.header('location') == "/api/tags/${slugOf(name)}"
        answer.header('etag').startsWith('"0-')
        with(answer.body) {
            it.name == name
            slug == slugOf(name)
            post_count == 0
            version == 0
        }

        and: "which authors then use"
        write(ayu, [tags: [name.toLowerCase()]]).tags == [[slug: slugOf(name), name: name]]

        and: "and nobody adds again"
        with(budi.post('/api/tags', [name: name.toUpperCase(), slug: 'else-' + slugOf(name)])) {
            status == 409
            body.code == 'tag_exists'
            flaws == [name: ['tag_exists']]
        }
        with(budi.post('/api/tags', [name: unheardOf('Teh'), slug: slugOf(name)])) {
            status == 409
            flaws == [slug: ['slug_taken']]
        }
    }

    def "of fifty who add one tag on two nodes, however they write it, one does"() {
        given:
        def name = unheardOf('race')

        when:
        def answers = Crowd.of(50) { i -> budi.at(nodes[i % 2]).post('/api/tags', [name: i % 3 ? name : name.toUpperCase()]) }

        then:
        answers.countBy { it.status } == [201: 1, 409: 49]
        answers.findAll { it.status == 409 }*.body*.code.toSet() == ['tag_exists'] as Set
        named(budi, name).size() == 1
    }

    def "who asks again by the same key is told the same"() {
        given:
        def key = ['Idempotency-Key': UUID.randomUUID().toString()]
        def name = unheardOf('again')

        when:
        def first = budi.post('/api/tags', [name: name], key)
        def second = budi.at(nodes[1]).post('/api/tags', [name: name], key)

        then:
        [first, second]*.status == [201, 201]
        second.body == first.body
        second.header('etag') == first.header('etag')
        second.header('location') == first.header('location')

        when:
        def post = ayu.post('/api/posts', [title: name], key)

        then:
        post.status == 201
        ayu.at(nodes[1]).post('/api/posts', [title: name], key).body == post.body
        ayu.post('/api/posts', [title: 'another'], key).body.code == 'idempotency_key_reused'
    }

    def "a tag that is called otherwise keeps its posts, and its old address leads to it"() {
        given:
        def name = unheardOf('Sunda')
        def other = unheardOf('Priangan')
        def post = publish(ayu, [tags: [name]])
        soon { guest.get("/api/tags/${slugOf(name)}").status == 200 }

        when:
        def answer = budi.patch("/api/tags/${slugOf(name)}", [name: other, slug: slugOf(other)])

        then:
        answer.status == 200
        answer.body.version == 1
        with(visitor(1).get("/api/tags/${slugOf(name)}")) {
            status == 301
            header('location') == "/api/tags/${slugOf(other)}"
        }
        guest.get("/api/posts/$post.slug").body.tags == [[slug: slugOf(other), name: other]]
        guest.get("/api/posts?tag=${slugOf(name)}").body.items*.id == [post.id]
        guest.get("/api/posts?tag=${slugOf(other)}").body.items*.id == [post.id]

        and: "while its old name is free"
        write(ayu, [tags: [name]]).tags == [[slug: slugOf(name) + '-2', name: name]]
        budi.patch("/api/tags/${slugOf(other)}", [name: name]).body.code == 'tag_exists'
        budi.patch("/api/tags/${slugOf(other)}", [slug: slugOf(name) + '-2']).body.code == 'slug_taken'
    }

    def "of two tags one is made: posts of both carry it once, and whoever writes or visits the other means it"() {
        given:
        def (from, into) = [unheardOf('Jakarta'), unheardOf('Batavia')]
        def one = publish(ayu, [tags: [from]])
        def both = publish(ayu, [tags: [into, from]])
        publish(ayu, [tags: [into]])
        def seen = ayu.get("/api/posts/$one.id").header('etag')

        when:
        def answer = budi.post("/api/tags/${slugOf(from)}/merge", [into: slugOf(into)])

        then:
        answer.status == 200
        answer.body.slug == slugOf(into)
        guest.get("/api/posts/$one.slug").body.tags*.name == [into]
        guest.get("/api/posts/$both.slug").body.tags*.name == [into]
        soon { guest.get("/api/tags/${slugOf(into)}").body.post_count == 3 }
        visitor(1).get("/api/tags/${slugOf(from)}").header('location') == "/api/tags/${slugOf(into)}"
        guest.get("/api/posts?tag=${slugOf(from)}&limit=100").body.items.size() == 3
        publish(ayu, [tags: [from.toLowerCase()]]).tags*.name == [into]
        one.id in guest.get("/api/posts?q=${URLEncoder.encode(into, 'UTF-8')}").body.items*.id

        and: "who saw a post as it was before is told when they write on it"
        ayu.patch("/api/posts/$one.id", [title: 'Mine'], ['If-Match': seen]).status == 412

        and: "to ask twice does no harm"
        budi.post("/api/tags/${slugOf(from)}/merge", [into: slugOf(into)]).body.slug == slugOf(into)
        budi.post("/api/tags/${slugOf(into)}/merge", [into: 'no-such-tag']).flaws == [into: ['tag_unknown']]
        budi.post('/api/tags/no-such-tag/merge', [into: slugOf(into)]).status == 404
    }

    def "a tag that is taken away is taken from its posts"() {
        given:
        def name = unheardOf('Gone')
        def post = publish(ayu, [tags: [name, 'stays']])

        expect:
        budi.delete("/api/tags/${slugOf(name)}").status == 204
        guest.get("/api/posts/$post.slug").body.tags*.name == ['stays']
        budi.get("/api/tags/${slugOf(name)}").status == 404
        budi.delete("/api/tags/${slugOf(name)}").status == 404
        budi.post('/api/tags', [name: name]).status == 201
    }

    def "who saw the older one is told, and of many who rename at once one does"() {
        given:
        def name = unheardOf('Seen')
        budi.post('/api/tags', [name: name])
        def path = "/api/tags/${slugOf(name)}"
        def seen = budi.get(path).header('etag')

        when:
        def answers = Crowd.of(20) { i -> budi.at(nodes[i % 2]).patch(path, [name: "$name $i".toString()], ['If-Match': seen]) }

        then:
        answers.countBy { it.status } == [200: 1, 412: 19]
        budi.delete(path, ['If-Match': seen]).body.code == 'stale'
        budi.post("$path/merge", [into: slugOf(name)], ['If-Match': seen]).status == 200
        budi.get(path, ['If-None-Match': budi.get(path).header('etag')]).status == 304
        budi.delete(path, ['If-Match': budi.get(path).header('etag')]).status == 204
    }

    def "a list is read in pieces, by name and by how many posts there are, and what is looked for is taken as it is"() {
        given:
        def mark = UUID.randomUUID().toString().takeRight(8)
        def names = ['b', 'a', 'd', 'c', 'e'].collect { "$it $mark".toString() }
        names.eachWithIndex { name, i -> (0..i).each { publish(ayu, [tags: [name]]) } }
        soon { named(guest, mark)*.post_count.sum() == 15 }

        expect:
        inPieces("/api/tags?q=$mark")*.name == names.sort(false)
        inPieces("/api/tags?q=$mark&sort=-name")*.name == names.sort(false).reverse()
        inPieces("/api/tags?q=$mark&sort=posts")*.name == names
        inPieces("/api/tags?q=$mark&sort=-posts")*.post_count == [5, 4, 3, 2, 1]
        guest.get("/api/tags?q=$mark&count=true&limit=1").body.total == 5
        named(guest, '%') == []
        named(guest, '_' + mark.substring(1)) == []
        named(guest, "' or 1=1 --") == []
        guest.get('/api/tags?sort=password').body.code == 'invalid_sort'
        guest.get("/api/tags?q=${'x' * 101}").flaws == [q: ['search_invalid']]
        guest.get("/api/tags?cursor=${guest.get('/api/tags?sort=posts&limit=1').body.next_cursor}").body.code == 'invalid_cursor'
        guest.get('/api/tags', [Authorization: 'Bearer x']).status == 401
    }

    def "everything wrong is told at once: #body"() {
        expect:
        with(budi.post('/api/tags', body)) {
            status == 422
            flaws == wrong
        }

        where:
        body                      || wrong
        [:]                       || [name: ['required']]
        [name: ' ', slug: 'A B']  || [name: ['tag_name_invalid'], slug: ['slug_invalid']]
        [name: 'x' * 51]          || [name: ['tag_name_invalid']]
        [name: 7, slug: 'search'] || [name: ['not_text'], slug: ['slug_reserved']]
    }

    private List<Map> inPieces(String path) {
        def page = guest.get("$path&limit=2").body
        def items = page.items
        while (page.next_cursor) {
            page = visitor(1).get("$path&limit=2&cursor=$page.next_cursor").body
            items += page.items
        }
        items
    }

    private static List<Map> named(Visitor visitor, String text) {
        def answer = visitor.get("/api/tags?limit=100&q=${URLEncoder.encode(text, 'UTF-8')}")
        assert answer.status == 200: answer
        answer.body.items
    }

    private static String slugOf(String name) {
        name.toLowerCase().replace(' ', '-')
    }
}
