package dev.beranda.bootstrap.journey

import java.time.Duration
import java.time.Instant
import spock.util.concurrent.PollingConditions

/** What people do with what they read: like it, keep it, follow who wrote it; on two nodes. */
class ReadershipIT extends JourneySpecification implements Newsroom {

    static final JSON = [Accept: 'application/json']

    def ayu = author()
    def budi = reader()
    def guest = visitor()
    def soon = new PollingConditions(timeout: 10, delay: 0.05)

    def "a like counts once, however often it is given, and whoever edits the post does not notice"() {
        given:
        def post = publish(ayu)
        def seen = ayu.get("/api/posts/$post.id").header('etag')

        when:
        def answers = [nodes[0], nodes[1], nodes[0]].collect { like(budi.at(it), post.slug) }

        then:
        answers*.status == [204, 204, 204]
        soon.eventually {
            assert likes(post) == 1
        }
        Town.countEvents('readership.liked', post.id as String) == 1
        ayu.get("/api/posts/$post.id").body.version == post.version
        ayu.patch("/api/posts/$post.id", [title: 'Still mine'], ['If-Match': seen]).status == 200

        when:
        def back = (1..2).collect { unlike(budi.at(nodes[1]), post.id) }

        then:
        back*.status == [204, 204]
        soon.eventually {
            assert likes(post) == 0
        }
    }

    def "a post is liked by an address it had before, too"() {
        given:
        def post = publish(ayu)
        ayu.patch("/api/posts/$post.id", [slug: unheardOf('moved').replace(' ', '-')])

        expect:
        like(budi, post.slug).status == 204
        keep(budi, post.slug).status == 204
        marks(budi, [post.id]) == [liked: [post.id], bookmarked: [post.id], following: []]
    }

    def "what not everybody can read cannot be liked or kept, not even by who wrote it: #stage"() {
        given:
        def post = hidden(step)

        expect:
        [ayu, budi, editor()].every { person ->
            [like(person, post.id), keep(person, post.id)].every { it.status == 404 && it.body.code == 'not_found' }
        }
        doors(guest, post.id)*.status.toSet() == [401] as Set

        where:
        stage       | step
        'a draft'   | 'leave'
        'planned'   | 'plan'
        'withdrawn' | 'unpublish'
        'in trash'  | 'trash'
    }

    def "what is not to be read any more is taken back all the same: #stage"() {
        given:
        def post = publish(ayu)
        like(budi, post.id)
        keep(budi, post.id)
        hide(post, step)

        when:
        def answers = (1..2).collect { [unlike(budi, post.id), drop(budi, post.slug)] }.flatten()

        then:
        answers*.status.toSet() == [204] as Set
        marks(budi, [post.id]) == [liked: [], bookmarked: [], following: []]
        soon.eventually {
            assert Town.ask("select like_count from post where id = '$post.id'") == 0
        }

        where:
        stage       | step
        'planned'   | 'plan'
        'withdrawn' | 'unpublish'
        'in trash'  | 'trash'
    }

    def "who takes back what they never gave is not told what there is"() {
        given:
        def hidden = write(ayu)

        expect:
        [hidden.id, hidden.slug, 'no-such-post', '019d0000-0000-7000-8000-000000000001'].collectMany { name ->
            [unlike(budi, name), drop(budi, name)].collect { [it.status, it.text] }
        }.toSet() == [[204, '']] as Set
    }

    def "what is called by nothing is not there: #name"() {
        expect:
        [like(budi, name), keep(budi, name)]*.status == [404, 404]

        where:
        name << ['no-such-post', '019d0000-0000-7000-8000-000000000001', 'A%20B', '%7B019d0000-0000-7000-8000-000000000001%7D']
    }

    def "what can be called nothing is not there to be taken back: #name"() {
        expect:
        doors(budi, name)*.status.toSet() == [404] as Set

        where:
        name << ['A%20B', '%7B019d0000-0000-7000-8000-000000000001%7D']
    }

    def "a crowd likes, thinks better of it and likes again, on both nodes at once: every one is counted once, and nobody hears of a lost race"() {
        given:
        def post = publish(ayu)
        def readers = (1..10).collect { reader(it % 2) }

        when:
        def answers = Crowd.of(100) { i ->
            def person = readers[i % 10].at(nodes[i.intdiv(10) % 2])
            [like(person, post.id), unlike(person, post.id), like(person, post.id)]
        }.flatten()

        then:
        answers*.status.toSet() == [204] as Set

        when:
        readers.each { like(it, post.id) }

        then:
        soon.eventually {
            assert likes(post) == 10
        }
    }

    def "an author can save while everybody likes"() {
        given:
        def post = publish(ayu)
        def readers = (1..5).collect { reader(it % 2) }

        when:
        def answers = Crowd.of(51) { i ->
            i == 50
                    ? (1..10).collect { ayu.at(nodes[it % 2]).patch("/api/posts/$post.id", [excerpt: "Number $it".toString()]) }
                    : [like(readers[i % 5], post.id), unlike(readers[i % 5], post.id)]
        }.flatten()

        then:
        answers*.status.toSet() == [200, 204] as Set
        soon.eventually {
            assert likes(post) == 0
        }
    }

    def "what is kept is listed for oneself alone, the last first, in pieces, without what is hidden for now"() {
        given:
        def posts = (1..5).collect { publish(ayu) }
        posts.each { assert keep(budi, it.slug).status == 204 }
        keep(budi, posts[0].id)

        when:
        def pages = [budi.at(nodes[1]).get('/api/me/bookmarks?limit=2&count=true')]
        while (pages.last().body.next_cursor) {
            pages << budi.get("/api/me/bookmarks?limit=2&cursor=${pages.last().body.next_cursor}")
        }

        then:
        pages.collectMany { idsOf(it) } == posts*.id.reverse()
        pages[0].body.total == 5
        pages[0].header('link').contains('rel="next"')
        pages[0].body.items[0] == guest.get("/api/posts?author=${nameOf(ayu)}").body.items[0]
        idsOf(ayu.get('/api/me/bookmarks')) == []
        ayu.get("/api/me/bookmarks?cursor=${pages[0].body.next_cursor}").body.items == []
        guest.get('/api/me/bookmarks').status == 401

        when:
        ayu.post("/api/posts/${posts[2].id}/unpublish", [:])

        then:
        idsOf(budi.get('/api/me/bookmarks')) == [4, 3, 1, 0].collect { posts[it].id }

        when:
        ayu.post("/api/posts/${posts[2].id}/publish", [:])
        drop(budi, posts[4].id)

        then:
        idsOf(budi.get('/api/me/bookmarks')) == [3, 2, 1, 0].collect { posts[it].id }
    }

    def "one follows somebody, and anybody sees how many do"() {
        expect:
        (1..3).collect { follow(budi.at(nodes[it % 2]), nameOf(ayu).toUpperCase()).status } == [204] * 3
        soon.eventually {
            assert counts(ayu) == [1, 0]
            assert counts(budi) == [0, 1]
        }
        idsOfPeople(budi.get('/api/me/following')) == [nameOf(ayu)]
        marks(budi, [], [nameOf(ayu), nameOf(budi)]).following == [nameOf(ayu)]

        and:
        (1..2).collect { unfollow(budi.at(nodes[it % 2]), nameOf(ayu)).status } == [204] * 2
        soon.eventually {
            assert counts(ayu) == [0, 0]
            assert counts(budi) == [0, 0]
        }
        idsOfPeople(budi.get('/api/me/following')) == []
    }

    def "who has seen the profile is told when the counts are others"() {
        given:
        def tag = guest.get("/api/users/${nameOf(ayu)}").header('etag')

        when:
        follow(budi, nameOf(ayu))

        then:
        soon.eventually {
            assert guest.get("/api/users/${nameOf(ayu)}", ['If-None-Match': tag]).status == 200
        }
    }

    def "nobody follows themselves, nor who is not there, or not any more"() {
        given:
        def account = visitor().register()
        follow(budi, account.username)
        Town.allow(account.email, disabled: true)

        expect:
        with(follow(budi, nameOf(budi))) {
            status == 409
            body.code == 'cannot_follow_oneself'
        }
        [account.username, 'nobody-at-all', 'a%20b', 'x'].every { name ->
            [follow(budi, name), unfollow(budi, name)].every { it.status == 404 && it.body.code == 'not_found' }
        }
        idsOfPeople(budi.get('/api/me/following')) == []
        [follow(guest, nameOf(ayu)), unfollow(guest, nameOf(ayu))]*.status == [401, 401]
    }

    def "the feed has what those one follows gave out, the newest first, and nothing is missed while they go on"() {
        given:
        def citra = author(1)
        def dewi = author()
        [ayu, citra].each { follow(budi, nameOf(it)) }
        def posts = (1..6).collect { publish(it % 2 == 0 ? ayu : citra) }
        publish(dewi)
        write(ayu)

        when:
        def pages = [budi.get('/api/feed?limit=2&count=true')]
        def later = publish(ayu)
        while (pages.last().body.next_cursor) {
            pages << budi.at(nodes[1]).get("/api/feed?limit=2&cursor=${pages.last().body.next_cursor}")
        }

        then:
        pages.collectMany { idsOf(it) } == newestFirst(posts)*.id
        pages[0].body.total == 6
        idsOf(budi.get('/api/feed')) == newestFirst(posts + later)*.id
        idsOf(dewi.get('/api/feed')) == []
        guest.get('/api/feed').status == 401

        when:
        unfollow(budi, nameOf(citra))
        ayu.delete("/api/posts/$later.id")

        then:
        idsOf(budi.get('/api/feed')) == [5, 3, 1].collect { posts[it].id }
    }

    def "one asks about all on a page at once"() {
        given:
        def posts = (1..3).collect { publish(ayu) }
        like(budi, posts[0].id)
        keep(budi, posts[1].id)

        expect:
        marks(budi.at(nodes[1]), posts*.id) == [liked: [posts[0].id], bookmarked: [posts[1].id], following: []]
        marks(ayu, posts*.id) == [liked: [], bookmarked: [], following: []]
        budi.get('/api/me/marks').body == [liked: [], bookmarked: [], following: []]
        guest.get('/api/me/marks').status == 401

        and: "what is the same for everybody stays so"
        budi.get("/api/posts/${posts[0].slug}").body.keySet() == guest.get("/api/posts/${posts[0].slug}").body.keySet()
    }

    def "no question is understood that is none: #path"() {
        expect:
        with(budi.get(path)) {
            status == expected
            body.code == code
        }

        where:
        path                                                     || expected | code
        '/api/me/marks?posts=x'                                  || 422      | 'validation_failed'
        "/api/me/marks?posts=${(1..101).collect { UUID.randomUUID() }.join(',')}" || 422 | 'validation_failed'
        '/api/me/marks?people=%25'                               || 422      | 'validation_failed'
        '/api/me/marks?user=x'                                   || 400      | 'unknown_field'
        '/api/feed?limit=0'                                      || 400      | 'invalid_limit'
        '/api/feed?limit=1000000000'                             || 400      | 'invalid_limit'
        '/api/feed?cursor=abc'                                   || 400      | 'invalid_cursor'
        '/api/feed?sort=title'                                   || 400      | 'unknown_field'
        '/api/me/bookmarks?limit=101'                            || 400      | 'invalid_limit'
        "/api/me/bookmarks?cursor=${'x' * 3000}"                 || 400      | 'invalid_cursor'
        '/api/me/following?limit=-1'                             || 400      | 'invalid_limit'
    }

    def "who leaves can take along what they liked, kept and followed, and is counted nowhere any more"() {
        given:
        def account = visitor().register()
        def leaver = visitor()
        leaver.logIn(account)
        def post = publish(ayu)
        like(leaver, post.id)
        keep(leaver, post.id)
        follow(leaver, nameOf(ayu))
        soon.eventually {
            assert likes(post) == 1
            assert counts(ayu) == [1, 0]
        }

        when:
        def told = leaver.get('/api/me/export', JSON).body

        then:
        told.readership.likes*.post_id == [post.id]
        told.readership.bookmarks*.post_id == [post.id]
        told.readership.following*.followed_id == [ayu.get('/api/me').body.id]
        told.outbox.history*.type.containsAll(['readership.liked', 'readership.followed'])

        when:
        Town.erase(account.email)

        then:
        soon.eventually {
            assert likes(post) == 0
            assert counts(ayu) == [0, 0]
        }
    }

    private Map hidden(String step) {
        hide(step in ['leave', 'plan'] ? write(ayu) : publish(ayu), step)
    }

    private Map hide(Map post, String step) {
        def answer = switch (step) {
            case 'leave' -> null
            case 'plan' -> ayu.post("/api/posts/$post.id/publish", [at: (Instant.now() + Duration.ofHours(1)).toString()])
            case 'unpublish' -> ayu.post("/api/posts/$post.id/unpublish", [:])
            case 'trash' -> ayu.delete("/api/posts/$post.id")
        }
        assert answer == null || answer.status in [200, 204]
        post
    }

    /** By what they say themselves, for nodes agree about the time as well as the way to the database is short. */
    private static List<Map> newestFirst(List<Map> posts) {
        posts.sort(false) { Instant.parse(it.published_at) }.reverse()
    }

    private int likes(Map post) {
        guest.get("/api/posts/$post.id").body.like_count
    }

    private List<Integer> counts(Visitor person) {
        def profile = visitor(1).get("/api/users/${nameOf(person)}").body
        [profile.followers, profile.following]
    }

    private static Map marks(Visitor person, List posts, List people = []) {
        def query = [posts: posts, people: people].findAll { it.value }.collect { name, all -> "$name=${all.join(',')}" }.join('&')
        def answer = person.get("/api/me/marks?$query")
        assert answer.status == 200: answer
        answer.body
    }

    private static List<Answer> doors(Visitor person, Object post) {
        [like(person, post), unlike(person, post), keep(person, post), drop(person, post)]
    }

    private static Answer like(Visitor person, Object post) {
        person.send('PUT', "/api/posts/$post/like", null, [:])
    }

    private static Answer unlike(Visitor person, Object post) {
        person.delete("/api/posts/$post/like")
    }

    private static Answer keep(Visitor person, Object post) {
        person.send('PUT', "/api/posts/$post/bookmark", null, [:])
    }

    private static Answer drop(Visitor person, Object post) {
        person.delete("/api/posts/$post/bookmark")
    }

    private static Answer follow(Visitor person, String name) {
        person.send('POST', "/api/users/$name/follow", null, [:])
    }

    private static Answer unfollow(Visitor person, String name) {
        person.delete("/api/users/$name/follow")
    }

    private static String nameOf(Visitor person) {
        person.get('/api/me').body.username
    }

    private static List<String> idsOf(Answer answer) {
        assert answer.status == 200: answer
        answer.body.items*.id
    }

    private static List<String> idsOfPeople(Answer answer) {
        assert answer.status == 200: answer
        answer.body.items*.username
    }
}
