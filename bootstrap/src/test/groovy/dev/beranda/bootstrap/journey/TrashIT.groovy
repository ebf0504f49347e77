package dev.beranda.bootstrap.journey

import dev.beranda.application.post.ExpirePost
import dev.beranda.application.post.FindExpired
import dev.beranda.domain.post.PostId
import groovy.json.JsonSlurper
import java.util.concurrent.ConcurrentHashMap

/** What was thrown away: for how long it can be brought back, and what is left when it cannot. */
class TrashIT extends JourneySpecification implements Newsroom {

    def ayu = author()
    def guest = visitor(1)

    def "an editor deletes for good what lies in the trash, and nothing is left but word of it; its address is free"() {
        given:
        def editor = editor(1)
        def post = publish(ayu, [tags: ['Rain'], body_markdown: 'Not to be read any more.'])
        def comment = reader().post("/api/posts/$post.id/comments", [body_markdown: 'Well said.']).body
        reader().send('PUT', "/api/posts/$post.id/like", null, [:])

        expect: 'not before it lies there'
        with(editor.delete("/api/posts/$post.id?permanently=true")) {
            status == 409
            body.code == 'post_not_in_trash'
        }
        ayu.delete("/api/posts/$post.id").status == 204

        and: 'and not by its author, or by who has not seen the last of it'
        ayu.delete("/api/posts/$post.id?permanently=true").body.code == 'forbidden'
        author().delete("/api/posts/$post.id?permanently=true").status == 404
        reader().delete("/api/posts/$post.id?permanently=true").status == 404
        guest.delete("/api/posts/$post.id?permanently=true").status == 401
        editor.delete("/api/posts/$post.id?permanently=true", ['If-Match': '"0"']).status == 412
        editor.delete("/api/posts/$post.id?permanently=false").status == 204
        editor.get("/api/posts/$post.id").body.status == 'trashed'

        when:
        def deleted = editor.delete("/api/posts/$post.id?permanently=true", ['If-Match': editor.get("/api/posts/$post.id").header('etag')])

        then:
        deleted.status == 204
        [ayu, editor, guest].every { it.get("/api/posts/$post.id").status == 404 }
        editor.get("/api/posts/$post.id/revisions").status == 404
        guest.get("/api/comments/$comment.id").status == 404
        editor.post("/api/posts/$post.id/restore", [:]).status == 404
        editor.delete("/api/posts/$post.id?permanently=true").status == 404
        Town.countEvents('post.deleted', post.id) == 1
        audited(post.id) == [[action: 'post.deleted', before: [slug: post.slug]]]
        Town.askAll("select count(*)::int from post_text where markdown like '%Not to be read any more.%'") == [0]

        and:
        publish(ayu, [slug: post.slug]).slug == post.slug
    }

    def "what is deleted is counted nowhere, however soon after it was thrown away"() {
        given:
        def editor = editor()
        def shelf = editor.post('/api/categories', [name: unheardOf('Travel')]).body.slug
        def tag = unheardOf('Rain').toLowerCase().replace(' ', '-')
        def posts = (1..3).collect { publish(ayu, [tags: [tag], category: shelf]) }
        assert soon { [guest.get("/api/tags/$tag"), guest.get("/api/categories/$shelf")]*.body*.post_count == [3, 3] }

        when:
        posts.take(2).each {
            assert ayu.delete("/api/posts/$it.id").status == 204
            assert editor.delete("/api/posts/$it.id?permanently=true").status == 204
        }

        then:
        soon { [guest.get("/api/tags/$tag"), guest.get("/api/categories/$shelf")]*.body*.post_count == [1, 1] }
        sleep(1500)
        [guest.get("/api/tags/$tag"), guest.get("/api/categories/$shelf")]*.body*.post_count == [1, 1]
    }

    def "nobody asks for what is not known: #query"() {
        given:
        def post = write(ayu)

        expect:
        with(editor().delete("/api/posts/$post.id?$query")) {
            status == expected
            body.code == code
        }
        ayu.get("/api/posts/$post.id").body.status == 'draft'

        where:
        query               || expected | code
        'permanently=yes'   || 422      | 'validation_failed'
        'permanent=true'    || 400      | 'unknown_field'
        'permanently=true&permanently=false' || 422 | 'validation_failed'
    }

    def "what has lain there for thirty days is gone, what has not stays; both nodes empty at once, and it is told once"() {
        given:
        def old = (1..12).collect { thrownAway(31) }
        def young = thrownAway(29)

        when:
        def found = Town.beans(0).getBean(FindExpired).find(new FindExpired.Query(1_000))
        def outcomes = Crowd.of(48) { expire(it % 2, old[it % 12].id) }

        then:
        found*.toString().containsAll(old*.id)
        !(young.id in found*.toString())
        outcomes.count { it instanceof ExpirePost.Outcome.Deleted } == 12
        old.every { ayu.get("/api/posts/$it.id").status == 404 && Town.countEvents('post.deleted', it.id) == 1 }
        expire(0, young.id) instanceof ExpirePost.Outcome.NothingToDelete
        ayu.get("/api/posts/$young.id").body.status == 'trashed'
    }

    def "who brings one back while it is emptied gets all of it or is told that it is gone"() {
        given:
        def posts = (1..20).collect { thrownAway(31) }

        when:
        def restored = new ConcurrentHashMap<String, Integer>()
        Crowd.of(80) { i ->
            def post = posts[i % 20]
            if (i.intdiv(20) % 2) {
                expire(i % 3 % 2, post.id)
            } else {
                restored.merge(post.id, ayu.at(nodes[i % 2]).post("/api/posts/$post.id/restore", [:]).status, Math.&min)
            }
        }

        then:
        posts.every { post ->
            def there = ayu.get("/api/posts/$post.id")
            def gone = Town.countEvents('post.deleted', post.id)
            assert restored[post.id] == 200
                    ? there.status == 200 && there.body.status == 'published' && there.body.body_html == post.body_html && gone == 0
                    : restored[post.id] == 404 && there.status == 404 && gone == 1
            assert restored[post.id] != 200 || guest.get("/api/posts/$post.id/comments").body.items.size() == 1
            true
        }
    }

    def "where nothing is ever to go, nothing does"() {
        given:
        def post = thrownAway(4000)
        def node = Town.open(Town.sharedDatabase(), [BERANDA_TRASH_DAYS: 'off'])
        def beans = node.house.application()

        expect:
        beans.getBean(FindExpired).find(new FindExpired.Query(1_000)) == []
        beans.getBean(ExpirePost).expire(new ExpirePost.Command(id(post.id))) instanceof ExpirePost.Outcome.NothingToDelete

        cleanup:
        Town.close(node)
    }

    private Map thrownAway(int days) {
        def post = publish(ayu)
        reader().post("/api/posts/$post.id/comments", [body_markdown: 'Well said.'])
        ayu.delete("/api/posts/$post.id")
        Town.byHand("update post set trashed_at = now() - interval '$days days' where id = '$post.id'")
        post
    }

    private static expire(int node, String post) {
        Town.beans(node).getBean(ExpirePost).expire(new ExpirePost.Command(id(post)))
    }

    private static PostId id(String post) {
        new PostId(UUID.fromString(post))
    }

    private static List<Map> audited(String subject) {
        Town.askAll("select json_build_object('action', action, 'before', before)::text from audit_entry where subject = '$subject'")
                .collect { new JsonSlurper().parseText(it as String) }
    }
}
