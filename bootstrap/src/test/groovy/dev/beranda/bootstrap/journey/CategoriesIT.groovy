package dev.beranda.bootstrap.journey

/** The shelves posts stand on, within one another, on two nodes. */
class CategoriesIT extends JourneySpecification implements Newsroom {

    def ayu = author()
    def budi = editor()
    def guest = visitor()

    def "categories stand within one another, and count the posts of all that stand within them"() {
        given:
        def food = open('Food')
        def drinks = open('Drinks', food)
        def coffee = open('Coffee', drinks)

        when:
        def onTop = publish(ayu, [category: food])
        def below = publish(ayu, [category: coffee])
        write(ayu, [category: drinks])

        then:
        soon { guest.get("/api/categories/$food").body.post_count == 2 }
        with(visitor(1).get('/api/categories').body.items.find { it.slug == food }) {
            !containsKey('parent')
            children*.slug == [drinks]
            children[0].parent == food
            children[0].post_count == 1
            children[0].children*.slug == [coffee]
            children[0].children[0].children == []
        }
        guest.get("/api/posts?category=$food").body.items*.id == [below.id, onTop.id]
        guest.get("/api/posts?category=$coffee").body.items*.id == [below.id]

        when:
        ayu.post("/api/posts/$below.id/unpublish", [:])

        then:
        soon { guest.get("/api/categories/$food").body.post_count == 1 }
    }

    def "an editor opens one, once however often they ask by one key"() {
        given:
        def name = unheardOf('Jalan')
        def key = ['Idempotency-Key': UUID.randomUUID().toString()]

        when:
        def answer = budi.post('/api/categories', [name: name], key)

        then:
        answer.status == 201
        answer.header('location') == "/api/categories/$answer.body.slug"
        answer.header('etag').startsWith('"0-')
        answer.body.slug == name.toLowerCase().replace(' ', '-')
        budi.at(nodes[1]).post('/api/categories', [name: name], key).body == answer.body
        budi.post('/api/categories', [name: name]).body.slug == answer.body.slug + '-2'
        budi.post('/api/categories', [name: name, slug: answer.body.slug]).flaws == [slug: ['slug_taken']]
    }

    def "it is called otherwise and moved, and its old address leads to it"() {
        given:
        def (here, there) = [open('Here'), open('There')]
        def one = open('One', here)
        def post = publish(ayu, [category: one])
        def fresh = unheardOf('fresh').replace(' ', '-')

        when:
        def answer = budi.patch("/api/categories/$one", [name: 'Fresh', slug: fresh, parent: there])

        then:
        answer.status == 200
        with(answer.body) {
            name == 'Fresh'
            slug == fresh
            parent == there
            version == 1
        }
        guest.get("/api/categories/$one").status == 301
        visitor(1).get("/api/categories/$one").header('location') == "/api/categories/$fresh"
        guest.get("/api/posts?category=$one").body.items*.id == [post.id]
        guest.get("/api/posts?category=$there").body.items*.id == [post.id]
        guest.get("/api/posts/$post.slug").body.category == [slug: fresh, name: 'Fresh']
        !budi.patch("/api/categories/$fresh", [parent: null]).body.containsKey('parent')
        budi.patch("/api/categories/$fresh", [parent: 'no-such-category']).flaws == [parent: ['category_unknown']]
    }

    def "of fifty who move two of them into one another on two nodes, no two make a circle"() {
        given:
        def (one, other) = [open('One'), open('Other')]

        when:
        def answers = Crowd.of(50) { i ->
            def (mine, yours) = i % 2 ? [one, other] : [other, one]
            budi.at(nodes[(i >> 1) % 2]).patch("/api/categories/$mine", [parent: yours])
        }

        then:
        answers*.status.toSet() == [200, 409] as Set
        answers.findAll { it.status == 409 }*.body*.code.toSet() == ['category_circle'] as Set
        guest.get('/api/categories').body.items*.slug.count { it in [one, other] } == 1
    }

    def "none stands deeper than five levels"() {
        given:
        def deepest = (1..5).inject(null) { parent, level -> open("Level $level", parent) }

        expect:
        with(budi.post('/api/categories', [name: 'Six', parent: deepest])) {
            status == 409
            body.code == 'category_too_deep'
            flaws == [parent: ['category_too_deep']]
        }
    }

    def "one that is taken away leaves its posts on no shelf; one within which others stand is not"() {
        given:
        def above = open('Above')
        def below = open('Below', above)
        def post = publish(ayu, [category: below])
        def seen = ayu.get("/api/posts/$post.id").header('etag')

        expect:
        budi.delete("/api/categories/$above").body.code == 'category_has_children'
        budi.delete("/api/categories/$below").status == 204
        !guest.get("/api/posts/$post.slug").body.containsKey('category')
        ayu.patch("/api/posts/$post.id", [title: 'x'], ['If-Match': seen]).status == 412
        budi.delete("/api/categories/$above").status == 204
        guest.get("/api/categories/$above").status == 404
    }

    def "who saw the older one is told, and who has it already as well"() {
        given:
        def path = "/api/categories/${open('Seen')}"
        def seen = budi.get(path).header('etag')
        def tree = guest.get('/api/categories').header('etag')

        expect:
        guest.get(path, ['If-None-Match': seen]).status == 304
        guest.get('/api/categories', ['If-None-Match': tree]).status == 304
        budi.patch(path, [name: 'Changed'], ['If-Match': seen]).status == 200
        budi.patch(path, [name: 'Again'], ['If-Match': seen]).body.code == 'stale'
        budi.delete(path, ['If-Match': seen]).status == 412
        guest.get('/api/categories', ['If-None-Match': tree]).status == 200
    }

    def "everything wrong is told at once: #body"() {
        expect:
        with(budi.post('/api/categories', body)) {
            status == 422
            flaws == wrong
        }

        where:
        body                                   || wrong
        [:]                                    || [name: ['required']]
        [name: ' ', slug: 'A B', parent: '%']  || [name: ['category_name_invalid'], slug: ['slug_invalid'], parent: ['slug_invalid']]
        [name: 'x' * 81]                       || [name: ['category_name_invalid']]
        [name: 'x', parent: 'no-such-category'] || [parent: ['category_unknown']]
    }

    private String open(String name, String parent = null) {
        def answer = budi.post('/api/categories', [name: unheardOf(name)] + (parent ? [parent: parent] : [:]))
        assert answer.status == 201: answer
        answer.body.slug
    }
}
