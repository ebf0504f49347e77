package dev.beranda.bootstrap.journey

import dev.beranda.adapter.persistence.feed.ChangeFeed
import dev.beranda.adapter.web.freshness.PublicAnswers
import java.time.Duration
import java.time.Instant

/** What is kept in memory to be said again: at once, and never when it is no longer so, on two nodes. */
class FreshnessIT extends JourneySpecification implements Newsroom {

    static final KEEP = 'public, max-age=0, s-maxage=10, stale-if-error=300'

    def ayu = author()
    def budi = editor()
    def guest = visitor()
    def guestOfTheOther = visitor(1)

    def setup() {
        // Nothing is kept while the news have not begun to come in.
        [0, 1].each { node -> soon { Town.beans(node).getBean(ChangeFeed).fresh } }
    }

    def "what everybody may read caches may keep, and know again; what one person is answered, nobody: #path"() {
        given:
        def post = publish(ayu, [tags: ['rain'], category: category()])
        ayu.post("/api/posts/$post.id/comments", [body_markdown: 'Well said.'])
        def address = path.replace('{post}', post.slug).replace('{category}', category()).replace('{user}', post.author.username)

        and: "all of it counted, and told"
        assert soon { Town.ask('select count(*)::int from tally_change') == 0 }
        assert soon { guest.get(address).body == ayu.get(address).body }

        when:
        def answer = guest.get(address)

        then:
        answer.status == 200
        answer.header('cache-control') == KEEP
        answer.header('vary').contains('Authorization, Cookie')
        answer.header('surrogate-key').split(' ').collect { it.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'id') }.toSet() == tells as Set

        and: "with a head of its own"
        with(guest.send('HEAD', address, null, [:])) {
            status == 200
            text == ''
            header('etag') == answer.header('etag')
            header('cache-control') == KEEP
        }

        and: "which need not be sent twice"
        with(guest.get(address, ['If-None-Match': answer.header('etag')])) {
            status == 304
            text == ''
            header('etag') == answer.header('etag')
            header('cache-control') == KEEP
            header('surrogate-key') == answer.header('surrogate-key')
        }

        and: "but who is somebody gets it for themselves"
        with(ayu.get(address)) {
            status == 200
            body == answer.body
            header('etag') == answer.header('etag')
            header('cache-control') == 'no-store'
            header('surrogate-key') == null
        }
        guest.get(address, [Cookie: 'theme=dark']).status == 200
        guest.get(address, [Authorization: 'Bearer nonsense']).status == 401

        where:
        path                             || tells
        '/api/posts?tag=rain&limit=1'    || ['posts', 'labels', 'person-id']
        '/api/posts/{post}'              || ['post-id', 'labels', 'person-id']
        '/api/posts/{post}/comments'     || ['post-id', 'thread-id', 'person-id']
        '/api/tags'                      || ['tags']
        '/api/tags/rain'                 || ['tags']
        '/api/categories'                || ['categories']
        '/api/categories/{category}'     || ['categories']
        '/api/users/{user}'              || ['person-id']
    }

    def "what is nowhere, or not to be had, nobody keeps"() {
        expect:
        [guest.get('/api/posts/never-written'), guest.get('/api/posts?limit=0'), guest.get('/api/posts?status=draft'),
         ayu.get('/api/me')]*.header('cache-control').toSet() == ['no-store'] as Set
    }

    def "it is said again without being looked up"() {
        given:
        def post = publish(ayu)
        def before = Town.beans(0).getBean(PublicAnswers).tally()

        when:
        def answers = (1..20).collect { guest.get("/api/posts/$post.slug") }

        then:
        answers*.text.toSet().size() == 1
        with(Town.beans(0).getBean(PublicAnswers).tally()) {
            recalled() - before.recalled() >= 15
        }

        and: "as operators can see"
        def numbers = new URL("${nodes[0]}/prometheus").text
        numbers.contains('beranda_answers_total{from="memory"')
        numbers =~ /beranda_answers_hit_ratio 0\.\d+/
    }

    def "who writes sees it at their node at once, and everybody everywhere within a second"() {
        given:
        def post = publish(ayu)
        def readers = [guest, guestOfTheOther]
        readers.each { assert it.get("/api/posts/$post.slug").body.title == post.title }

        expect:
        (1..20).each { round ->
            def title = "$post.title $round".toString()
            assert ayu.patch("/api/posts/$post.id", [title: title]).status == 200
            assert guest.get("/api/posts/$post.slug").body.title == title
            assert guest.get("/api/posts?author=${post.author.username}").body.items*.title == [title]
            withinASecond { guestOfTheOther.get("/api/posts/$post.slug").body.title == title }
            withinASecond { guestOfTheOther.get("/api/posts?author=${post.author.username}").body.items*.title == [title] }
        }
    }

    def "what is taken back is gone: #step"() {
        given:
        def post = publish(ayu)
        def list = "/api/posts?author=${post.author.username}"
        ayu.post("/api/posts/$post.id/comments", [body_markdown: 'Well said.'])
        [guest, guestOfTheOther].each {
            assert it.get("/api/posts/$post.slug").status == 200
            assert it.get(list).body.items.size() == 1
            assert it.get("/api/posts/$post.id/comments").status == 200
        }

        when:
        action(ayu, post)

        then:
        guest.get("/api/posts/$post.slug").status == 404
        guest.get(list).body.items == []
        guest.get("/api/posts/$post.id/comments").status == 404
        withinASecond { guestOfTheOther.get("/api/posts/$post.slug").status == 404 }
        withinASecond { guestOfTheOther.get(list).body.items == [] }
        withinASecond { guestOfTheOther.get("/api/posts/$post.id/comments").status == 404 }

        and: "its author sees it, and is told nothing that others could keep"
        with(ayu.get("/api/posts/$post.slug")) {
            status == 200
            header('cache-control') == 'no-store'
        }
        guest.get("/api/posts/$post.slug").status == 404

        where:
        step        | action
        'withdrawn' | { who, it -> assert who.post("/api/posts/$it.id/unpublish", [:]).status == 200 }
        'trashed'   | { who, it -> assert who.delete("/api/posts/$it.id").status == 204 }
        'postponed' | { who, it ->
            assert who.post("/api/posts/$it.id/unpublish", [:]).status == 200
            assert who.post("/api/posts/$it.id/publish", [at: '2099-01-01T00:00:00Z']).status == 200
        }
    }

    def "what was planned is there when its moment comes, in what was kept before as well"() {
        given:
        def post = write(ayu)
        def list = "/api/posts?author=${post.author.username}"
        [guest, guestOfTheOther].each { assert it.get(list).body.items == [] }

        when:
        def moment = Instant.now().plusMillis(1500)
        ayu.post("/api/posts/$post.id/publish", [at: moment.toString()])

        then:
        withinASecond { [guest, guestOfTheOther].every { it.get(list).body.items == [] } }

        when:
        sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()) + 20)

        then:
        guest.get(list).body.items*.id == [post.id]
        guestOfTheOther.get(list).body.items*.id == [post.id]
    }

    def "what the picture above a post shows is told anew in what was kept"() {
        given:
        def picture = MediaIT.bring(ayu, AvatarIT.picture(40, 20, 'png'), [alt: 'A boat']).body
        def post = publish(ayu, [cover_media_id: picture.id])
        def feed = "/feed.xml?author=${post.author.username}"
        [guest, guestOfTheOther].each { assert it.get(feed).text.contains('A boat') }

        when:
        assert ayu.patch("/api/media/$picture.id", [alt: 'A ship']).status == 200

        then:
        withinASecond { [guest, guestOfTheOther].every { it.get(feed).text.contains('A ship') } }
    }

    def "what readers do is counted in what was kept"() {
        given:
        def post = publish(ayu)
        def dewi = reader()
        [guest, guestOfTheOther].each {
            assert it.get("/api/posts/$post.slug").body.like_count == 0
            assert it.get("/api/users/$post.author.username").body.followers == 0
        }

        when:
        dewi.send('PUT', "/api/posts/$post.id/like", null, [:])
        dewi.post("/api/users/$post.author.username/follow", [:])
        dewi.post("/api/posts/$post.id/comments", [body_markdown: 'Well said.'])

        then:
        guest.get("/api/posts/$post.id/comments").body.items.size() == 1
        [guest, guestOfTheOther].each { who ->
            soon { who.get("/api/posts/$post.slug").body.with { it.like_count == 1 && it.comment_count == 1 } }
            soon { who.get("/api/posts?author=${post.author.username}").body.items.first().like_count == 1 }
            soon { who.get("/api/users/$post.author.username").body.followers == 1 }
        }
    }

    def "an answered silence is heard on every node"() {
        given:
        def post = publish(ayu)
        [guest, guestOfTheOther].each { assert it.get("/api/posts/$post.id/comments").body.items == [] }

        when:
        def comment = ayu.post("/api/posts/$post.id/comments", [body_markdown: 'Well said.']).body

        then:
        guest.get("/api/posts/$post.id/comments").body.items*.id == [comment.id]
        withinASecond { guestOfTheOther.get("/api/posts/$post.id/comments").body.items*.id == [comment.id] }

        when:
        assert budi.post("/api/comments/$comment.id/reject", [:]).status in [200, 204]

        then:
        guest.get("/api/posts/$post.id/comments").body.items == []
        guest.get("/api/comments/$comment.id").status == 404
        withinASecond { guestOfTheOther.get("/api/posts/$post.id/comments").body.items == [] }
    }

    def "names are what they are now, wherever they stand"() {
        given:
        def tag = unheardOf('Sunda')
        def other = unheardOf('Priangan')
        def post = publish(ayu, [tags: [tag]])
        soon { guest.get("/api/tags/${slugOf(tag)}").status == 200 }
        [guest, guestOfTheOther].each {
            assert it.get("/api/posts/$post.slug").body.tags*.name == [tag]
        }

        when:
        assert budi.patch("/api/tags/${slugOf(tag)}", [name: other]).status == 200
        assert ayu.patch('/api/me', [display_name: 'Ayu Lestari']).status == 200

        then:
        with(guest.get("/api/posts/$post.slug").body) {
            it.tags*.name == [other]
            it.author.display_name == 'Ayu Lestari'
        }
        withinASecond { guestOfTheOther.get("/api/posts/$post.slug").body.with { it.tags*.name == [other] && it.author.display_name == 'Ayu Lestari' } }
        withinASecond { guestOfTheOther.get("/api/posts?author=${post.author.username}").body.items.first().author.display_name == 'Ayu Lestari' }
    }

    def "two hundred who read while somebody writes never read what was before what they were told is done"() {
        given:
        def post = publish(ayu)

        expect:
        (1..10).each { round ->
            def title = "$post.title $round".toString()
            def writing = Thread.startVirtualThread { ayu.patch("/api/posts/$post.id", [title: title]) }
            Crowd.of(50) { guest.get("/api/posts/$post.slug") }
            writing.join()
            assert Crowd.of(50) { guest.get("/api/posts/$post.slug").body.title }.toSet() == [title] as Set
        }
    }

    def "a node that hears nothing looks everything up: somebody ends its line"() {
        given:
        def post = publish(ayu)
        guest.get("/api/posts/$post.slug")

        when:
        Town.byHand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'beranda-feed'")
        Town.byHand("update post set title = 'By hand' where id = '$post.id'")

        then:
        withinASecond { guest.get("/api/posts/$post.slug").body.title == 'By hand' }
        withinASecond { guestOfTheOther.get("/api/posts/$post.slug").body.title == 'By hand' }
    }

    def "nothing that is not part of the address changes what others are told: #header"() {
        given:
        def post = publish(ayu)

        when:
        def strange = guest.get("/api/posts/$post.slug", [(header): 'evil.test'])

        then:
        !strange.text.contains('evil.test')
        guest.get("/api/posts/$post.slug").text == strange.text

        where:
        header << ['X-Forwarded-Host', 'X-Original-URL', 'X-Rewrite-URL', 'Forwarded', 'Accept-Language', 'X-Preview']
    }

    private String category() {
        if (!shelf) {
            def answer = budi.post('/api/categories', [name: unheardOf('Travel')])
            assert answer.status == 201
            shelf = answer.body.slug
        }
        shelf
    }

    private String shelf

    private static String slugOf(String name) {
        name.toLowerCase().replace(' ', '-')
    }
}
