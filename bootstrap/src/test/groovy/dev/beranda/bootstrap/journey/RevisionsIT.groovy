package dev.beranda.bootstrap.journey

import dev.beranda.domain.shared.Role

/** What posts were, saved version by saved version, on two nodes. */
class RevisionsIT extends JourneySpecification implements Newsroom {

    def ayu = author()
    def guest = visitor()

    def "every save is kept, with who saved it; also of what is only filed otherwise"() {
        given:
        def post = write(ayu, [title: 'One', body_markdown: 'Satu.\n\nDua.'])
        def budi = editor()
        def tag = unheardOf('elsewhere')
        ayu.patch("/api/posts/$post.id", [tags: [tag]])
        def names = [budi, ayu, ayu].collect { it.get('/api/me').body.username }
        budi.patch("/api/posts/$post.id", [title: 'Two', body_markdown: 'Satu.\n\nTiga.', excerpt: 'Short.'])

        expect:
        with(ayu.at(nodes[1]).get("/api/posts/$post.slug/revisions").body) {
            items*.number == [3, 2, 1]
            items*.title == ['Two', 'One', 'One']
            items*.author*.username == names
            items.every { it.created_at.endsWith('Z') && !it.containsKey('body_markdown') }
            next_cursor == null
        }
        with(ayu.get("/api/posts/$post.id/revisions/3").body) {
            body_markdown == 'Satu.\n\nTiga.'
            excerpt == 'Short.'
            tags == [tag]
            before == [number: 2, title: 'One', tags: [tag]]
            diff == '--- before\n+++ after\n@@ -1,3 +1,3 @@\n Satu.\n \n-Dua.\n+Tiga.\n'
        }
        with(ayu.get("/api/posts/$post.id/revisions/2").body) {
            tags == [tag]
            before == [number: 1, title: 'One', tags: []]
            diff == ''
        }
        with(ayu.get("/api/posts/$post.id/revisions/1").body) {
            tags == []
            body_markdown == 'Satu.\n\nDua.'
            !containsKey('diff')
            !containsKey('before')
        }
    }

    def "what was said once is said again, and what was said in between is kept"() {
        given:
        def post = write(ayu, [title: 'One', body_markdown: 'First.', tags: ['stays']])
        ayu.patch("/api/posts/$post.id", [title: 'Two', body_markdown: 'Second.'])
        def seen = ayu.get("/api/posts/$post.id").header('etag')

        when:
        def restored = ayu.at(nodes[1]).post("/api/posts/$post.id/revisions/1/restore", [:], ['If-Match': seen])

        then:
        restored.status == 200
        with(restored.body) {
            title == 'One'
            body_markdown == 'First.'
            body_html == post.body_html
            slug == post.slug
            tags*.name == ['stays']
            version == 2
        }
        ayu.get("/api/posts/$post.id/revisions").body.items*.title == ['One', 'Two', 'One']

        and: "who saw the older one is told"
        ayu.post("/api/posts/$post.id/revisions/2/restore", [:], ['If-Match': seen]).body.code == 'stale'
        ayu.post("/api/posts/$post.id/revisions/9/restore", [:]).status == 404

        and: "to say what it says already is no save"
        ayu.post("/api/posts/$post.id/revisions/3/restore", [:]).body.version == 2
        ayu.get("/api/posts/$post.id/revisions?count=true").body.total == 3

        when:
        ayu.delete("/api/posts/$post.id")

        then:
        ayu.post("/api/posts/$post.id/revisions/2/restore", [:]).body.code == 'post_in_trash'
    }

    def "of two who file it otherwise without looking, neither loses what they did: it is there, and comes back"() {
        given:
        def budi = editor()
        def (mine, theirs, heir) = (1..3).collect { unheardOf("tag $it") }
        def shelf = budi.post('/api/categories', [name: unheardOf('shelf')]).body
        def post = write(ayu, [tags: [mine], category: shelf.slug])

        when:
        ayu.patch("/api/posts/$post.id", [tags: [mine, 'mornings']])
        budi.patch("/api/posts/$post.id", [tags: [theirs], category: null])

        then:
        ayu.get("/api/posts/$post.id").body.tags*.name == [theirs]
        with(ayu.at(nodes[1]).get("/api/posts/$post.id/revisions/3").body) {
            tags == [theirs]
            !containsKey('category')
            before == [number: 2, title: post.title, tags: [mine, 'mornings'], category: shelf.name]
        }

        when:
        def restored = ayu.post("/api/posts/$post.id/revisions/2/restore", [:]).body

        then:
        restored.tags*.name == [mine, 'mornings']
        restored.category.slug == shelf.slug
        ayu.get("/api/posts/$post.id/revisions").body.items*.number == [4, 3, 2, 1]

        when: 'one tag is merged, another one and the shelf are taken away'
        write(ayu, [tags: [heir]])
        budi.post("/api/tags/${slugOf(theirs)}/merge", [into: slugOf(heir)])
        budi.delete("/api/tags/${slugOf(mine)}")
        budi.delete("/api/categories/$shelf.slug")

        then:
        ayu.post("/api/posts/$post.id/revisions/3/restore", [:]).body.tags*.name == [heir]
        with(ayu.post("/api/posts/$post.id/revisions/4/restore", [:]).body) {
            tags*.name == ['mornings']
            !containsKey('category') || category == null
        }
        ayu.get("/api/posts/$post.id/revisions/4").body.tags == [mine, 'mornings']
    }

    def "of twenty who restore at once what they saw, one does"() {
        given:
        def post = write(ayu, [body_markdown: 'First.'])
        ayu.patch("/api/posts/$post.id", [body_markdown: 'Second.'])
        def seen = ayu.get("/api/posts/$post.id").header('etag')

        when:
        def answers = Crowd.of(20) { i -> ayu.at(nodes[i % 2]).post("/api/posts/$post.id/revisions/1/restore", [:], ['If-Match': seen]) }

        then:
        answers.countBy { it.status } == [200: 1, 412: 19]
        ayu.get("/api/posts/$post.id/revisions").body.items*.number == [3, 2, 1]
    }

    def "a list is read in pieces, and nothing is missed while more is saved"() {
        given:
        def post = write(ayu)
        (2..7).each { ayu.patch("/api/posts/$post.id", [title: "Title $it".toString()]) }

        when:
        def page = ayu.get("/api/posts/$post.id/revisions?limit=3").body
        ayu.patch("/api/posts/$post.id", [title: 'In between'])
        def seen = page.items*.number
        while (page.next_cursor) {
            page = ayu.at(nodes[1]).get("/api/posts/$post.id/revisions?limit=3&cursor=$page.next_cursor").body
            seen += page.items*.number
        }

        then:
        seen == [7, 6, 5, 4, 3, 2, 1]
        ayu.get("/api/posts/${write(ayu).id}/revisions?cursor=${ayu.get("/api/posts/$post.id/revisions?limit=1").body.next_cursor}").body.code == 'invalid_cursor'
        ayu.get("/api/posts/$post.id/revisions?limit=0").body.code == 'invalid_limit'
    }

    def "it is nobody's but those who work on the post"() {
        given:
        def post = write(ayu)
        def doors = { Visitor person ->
            [person.get("/api/posts/$post.id/revisions"), person.get("/api/posts/$post.id/revisions/1"),
             person.post("/api/posts/$post.id/revisions/1/restore", [:])]*.status.toSet()
        }

        expect:
        doors(guest) == [401] as Set
        doors(author()) == [404] as Set
        doors(reader()) == [404] as Set
        doors(editor()) == [200] as Set

        when:
        ayu.post("/api/posts/$post.id/publish", [:])

        then:
        doors(author()) == [403] as Set
        doors(guest) == [401] as Set
    }

    def "no number leads elsewhere: #number"() {
        given:
        def post = write(ayu)

        expect:
        ayu.get("/api/posts/$post.id/revisions/$number").status == 404

        where:
        number << ['0', '2', '-1', '01', '1e0', '9999999999', '4294967297', 'x', '%27']
    }

    def "the longest of articles are compared while one waits"() {
        given:
        def post = write(ayu, [body_markdown: (1..60_000).collect { it % 7 }.join('\n')])
        ayu.patch("/api/posts/$post.id", [body_markdown: (1..60_000).collect { (it * 31) % 11 }.join('\n')])

        expect:
        ayu.get("/api/posts/$post.id/revisions/2").body.diff.length() > 100_000
    }

    def "who saved it is forgotten with their account"() {
        given:
        def account = visitor().register()
        Town.allow([role: Role.EDITOR], account.email)
        def leaver = visitor()
        leaver.logIn(account)
        def post = publish(ayu)
        leaver.patch("/api/posts/$post.id", [title: 'By somebody'])

        when:
        Town.erase(account.email)

        then:
        with(ayu.get("/api/posts/$post.id/revisions").body.items) {
            it[0].title == 'By somebody'
            !it[0].containsKey('author')
            it[1].containsKey('author')
        }
        !ayu.get("/api/posts/$post.id/revisions/2").body.containsKey('author')
    }

    private static String slugOf(String name) {
        name.toLowerCase().replace(' ', '-')
    }
}
