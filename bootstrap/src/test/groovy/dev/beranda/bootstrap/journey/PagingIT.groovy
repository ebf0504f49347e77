package dev.beranda.bootstrap.journey

import dev.beranda.domain.shared.Role
import spock.lang.Shared

/** Lists, a page at a time, there and back. */
class PagingIT extends JourneySpecification implements Newsroom {

    static final HOW_MANY = 7

    /** Somebody with seven of everything. */
    @Shared
    Visitor ayu

    @Shared
    Map<String, String> here

    def setup() {
        if (ayu == null) {
            ayu = member(Role.ADMIN)
            here = settle()
        }
    }

    def "whoever goes to the end of a list and back saw every row, each once, in the same order: #path"() {
        given:
        def list = here.inject(path) { text, name, value -> text.replace("{$name}", value) }

        when:
        def there = walk(list, 'next')
        def back = walk(list + '&cursor=' + there.last().prev_cursor, 'prev')

        then:
        there.size() == 4
        there*.items*.size() == [2, 2, 2, 1]
        there.first().prev_cursor == null
        there.last().next_cursor == null
        there.drop(1)*.prev_cursor.every()

        and:
        back*.items.reverse() == there.take(3)*.items
        back.last().prev_cursor == null
        back*.next_cursor.every()

        and: "and can turn round anywhere"
        read(list + '&cursor=' + back.first().next_cursor).items == there.last().items

        where:
        path << ['published_at', 'updated_at', 'title', 'comments', 'likes'].collectMany {
            ["/api/posts?author={ayu}&sort=$it".toString(), "/api/posts?author={ayu}&sort=-$it".toString()]
        } + [
                '/api/posts?tag={tag}',
                '/api/posts?status=draft&author={ayu}',
                '/api/tags?q={mark}',
                '/api/tags?q={mark}&sort=posts',
                '/api/tags?q={mark}&sort=-posts',
                '/api/posts/{post}/comments?sort=oldest',
                '/api/posts/{post}/comments?sort=newest',
                '/api/posts/{post}/revisions?count=false',
                '/api/me/bookmarks?count=false',
                '/api/me/following?count=false',
                '/api/feed?count=false',
                '/api/admin/users?q={mark}',
                '/api/admin/users?q={mark}&sort=username',
                '/api/admin/users?q={mark}&sort=-email',
                '/api/admin/audit?actor={id}',
        ]
    }

    def "what is written meanwhile moves nothing"() {
        given:
        def writer = author()
        def posts = (1..5).collect { publish(writer) }*.id
        def list = "/api/posts?author=${writer.get('/api/me').body.username}&limit=2"
        def first = visitor().get(list).body
        def second = visitor().get("$list&cursor=$first.next_cursor").body

        when:
        publish(writer)
        writer.delete("/api/posts/${posts[4]}")

        then: "only what is gone is missing, and only what is new is there"
        visitor(1).get("$list&cursor=$second.prev_cursor").body.items*.id.with { it.size() == 2 && it.last() == posts[3] && !(it.first() in posts) }
        visitor(1).get("$list&cursor=$second.next_cursor").body.items*.id == [posts[0]]
    }

    def "the way back stands in the header, too"() {
        given:
        def first = ayu.get("/api/posts?author=$here.ayu&limit=2")
        def second = ayu.get("/api/posts?author=$here.ayu&limit=2&cursor=$first.body.next_cursor")

        expect:
        first.header('link') ==~ /<\/api\/posts\?[^>]*>; rel="next"/
        second.header('link') ==~ /<\/api\/posts\?[^>]*>; rel="next", <\/api\/posts\?[^>]*>; rel="prev"/
        def back = (second.header('link') =~ /<([^>]*)>; rel="prev"/)[0][1] as String
        ayu.get(back).body.items == first.body.items
    }

    def "a cursor leads one way, in one list: #why"() {
        given:
        def list = "/api/posts?author=$here.ayu&limit=2"
        def second = ayu.get(list + '&cursor=' + ayu.get(list).body.next_cursor).body

        expect:
        with(ayu.get(change(list, second.prev_cursor))) {
            status == 400
            body.code == 'invalid_cursor'
        }

        where:
        why                  | change
        'another order'      | { path, cursor -> "$path&sort=title&cursor=$cursor" }
        'another filter'     | { _, cursor -> "/api/posts?limit=2&cursor=$cursor" }
        'a letter too many'  | { path, cursor -> "$path&cursor=${cursor}A" }
        'a letter less'      | { path, cursor -> "$path&cursor=${cursor[0..-2]}" }
    }

    def "what is found goes on only"() {
        given:
        def words = "/api/posts?q=$here.mark&limit=2"
        def second = ayu.get(words + '&cursor=' + ayu.get(words).body.next_cursor).body

        expect:
        second.items.size() == 2
        second.next_cursor
        second.prev_cursor == null
    }

    private Map<String, String> settle() {
        def mark = UUID.randomUUID().toString().takeRight(12)
        def me = ayu.get('/api/me').body
        def posts = (1..HOW_MANY).collect { publish(ayu, [title: "$mark number $it", tags: ["$mark all", "$mark $it"]]) }
        (1..HOW_MANY).each { write(ayu, [title: "draft $it"]) }
        def post = posts.first()
        (2..HOW_MANY).each { ayu.patch("/api/posts/$post.id", [body_markdown: "It rained $it times."]) }
        def said = (1..3).collect { ayu.post("/api/posts/$post.id/comments", [body_markdown: "Number $it"]).body }
        (1..4).each { ayu.post("/api/posts/$post.id/comments", [body_markdown: "Answer $it", parent_id: said[it % 3].id]) }
        posts.each { ayu.send('PUT', "/api/posts/$it.id/bookmark", null, [:]) }
        (1..HOW_MANY).each { number ->
            def friend = author()
            def name = friend.get('/api/me').body.username
            friend.patch('/api/me', [display_name: "$mark $number"])
            ayu.post("/api/users/$name/follow", [:])
            publish(friend)
        }
        def people = ayu.get("/api/admin/users?q=$mark").body.items
        people.each { ayu.patch("/api/admin/users/$it.id", [role: 'editor']) }
        assert soon { ayu.get("/api/posts/$post.id").body.comment_count == HOW_MANY }
        assert soon { visitor().get("/api/tags?q=$mark").body.items.size() == HOW_MANY + 1 }
        editor().delete("/api/tags/${mark}-1")
        [ayu: me.username, id: me.id, mark: mark, tag: "$mark-all".toString(), post: post.id]
    }

    private List<Map> walk(String list, String way) {
        def pages = [read(list)]
        while (pages.last()["${way}_cursor"]) {
            pages << read(list + '&cursor=' + pages.last()["${way}_cursor"])
        }
        pages
    }

    private Map read(String list) {
        def answer = ayu.get(list.replaceFirst(/&cursor=(.*)&cursor=/, '&cursor=') + '&limit=2')
        assert answer.status == 200: "$list: $answer"
        answer.body
    }
}
