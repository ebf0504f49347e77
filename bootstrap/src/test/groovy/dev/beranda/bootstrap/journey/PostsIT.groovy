package dev.beranda.bootstrap.journey

import dev.beranda.domain.shared.Role
import java.time.Duration
import java.time.Instant

/** Posts, from the first draft to the trash, on two nodes. */
class PostsIT extends JourneySpecification implements Newsroom {

    def ayu = author()
    def guest = visitor()

    def "a post is a draft at first, which only its author and editors see"() {
        given:
        def title = unheardOf('Hujan di Bandung')

        when:
        def answer = ayu.post('/api/posts', [title: title, body_markdown: '# Satu\n\nHujan *lagi*.', tags: ['Cuaca', 'C++']])

        then:
        answer.status == 201
        with(answer.body) {
            slug == title.toLowerCase().replace(' ', '-')
            answer.header('location') == "/api/posts/$slug"
            answer.header('etag').startsWith('"0-')
            status == 'draft'
            version == 0
            body_markdown == '# Satu\n\nHujan *lagi*.'
            body_html.contains('<em>lagi</em>')
            table_of_contents*.text == ['Satu']
            excerpt.contains('Hujan lagi.')
            !own_excerpt
            reading_minutes == 1
            tags == [[slug: 'cuaca', name: 'Cuaca'], [slug: 'c-plus-plus', name: 'C++']]
            comment_count == 0
            like_count == 0
            !containsKey('published_at')
            !containsKey('category')
        }

        and:
        def path = "/api/posts/$answer.body.slug"
        answer.body.author.username == ayu.get('/api/me').body.username
        ayu.at(nodes[1]).get(path).body == answer.body
        editor().get(path).status == 200
        [guest, reader(), author()]*.get(path)*.status == [404, 404, 404]
        ayu.get("/api/posts/$answer.body.id").body == answer.body
        !(answer.body.id in idsOf(guest.get('/api/posts?limit=100')))
        answer.body.id in idsOf(ayu.get('/api/posts?status=draft'))
        answer.body.id in idsOf(editor().get('/api/posts?status=draft&limit=100'))
        !(answer.body.id in idsOf(author().get('/api/posts?status=draft')))
        guest.get('/api/posts?status=draft').status == 401
    }

    def "what is published everybody reads, on both nodes, until it is taken back"() {
        given:
        def post = write(ayu)

        when:
        def out = ayu.post("/api/posts/$post.id/publish", [:])

        then:
        out.status == 200
        out.body.status == 'published'
        Instant.parse(out.body.published_at) <= Instant.now()
        visitor(1).get("/api/posts/$post.slug").body.body_html == post.body_html
        idsOf(visitor(1).get('/api/posts')).first() == post.id

        when:
        def back = ayu.post("/api/posts/$post.slug/unpublish", [:])

        then:
        back.body.status == 'unpublished'
        visitor(1).get("/api/posts/$post.slug").status == 404
        !(post.id in idsOf(visitor(1).get('/api/posts')))

        and: 'given out again, it is as old as it was'
        ayu.post("/api/posts/$post.slug/publish", [:]).body.published_at == out.body.published_at
    }

    def "what is planned opens by itself, and is told once"() {
        given:
        def post = write(ayu)
        def soon = Instant.now() + Duration.ofMillis(1500)

        when:
        def planned = ayu.post("/api/posts/$post.id/publish", [at: soon.toString()])

        then:
        planned.body.status == 'scheduled'
        guest.get("/api/posts/$post.slug").status == 404
        post.id in idsOf(ayu.get('/api/posts?status=scheduled'))

        when:
        sleep(Math.max(0, Duration.between(Instant.now(), soon).toMillis()) + 20)

        then:
        guest.get("/api/posts/$post.slug").body.status == 'published'
        post.id in idsOf(guest.get('/api/posts'))

        and:
        within(5) { told(post.id) == 1 }
        sleep(1200)
        told(post.id) == 1
        ayu.get("/api/posts/$post.id").body.version == planned.body.version
    }

    def "what was out and is planned again is gone until then, and that it is back is told once"() {
        given:
        def post = publish(ayu)
        def later = Instant.now() + Duration.ofHours(1)

        when:
        def planned = ayu.post("/api/posts/$post.id/publish", [at: later.toString()])

        then:
        planned.body.status == 'scheduled'
        guest.get("/api/posts/$post.slug").status == 404
        reopened(post.id) == 0

        when: 'the plan is moved, dropped, and made again'
        ayu.post("/api/posts/$post.id/publish", [at: later.plusSeconds(60).toString()])
        def dropped = ayu.post("/api/posts/$post.id/unpublish", [:])
        def soon = Instant.now() + Duration.ofMillis(1500)
        ayu.post("/api/posts/$post.id/publish", [at: soon.toString()])

        then: 'and nobody has forgotten since when it had been out'
        dropped.body.status == 'unpublished'
        dropped.body.published_at == post.published_at
        reopened(post.id) == 0
        within(9) { reopened(post.id) == 1 }
        guest.get("/api/posts/$post.slug").status == 200

        and:
        sleep(1200)
        reopened(post.id) == 1
        told(post.id) == 1
    }

    def "what was to come back while it lay in the trash is not public when it is taken from there"() {
        given:
        def post = publish(ayu)
        def soon = Instant.now() + Duration.ofMillis(1500)
        ayu.post("/api/posts/$post.id/publish", [at: soon.toString()])
        ayu.delete("/api/posts/$post.id")

        when:
        sleep(Math.max(0, Duration.between(Instant.now(), soon).toMillis()) + 20)
        def back = ayu.post("/api/posts/$post.id/restore", [:])

        then:
        back.body.status == 'unpublished'
        back.body.published_at == post.published_at
        guest.get("/api/posts/$post.slug").status == 404
        reopened(post.id) == 0
    }

    def "an old address leads to the new one, for good"() {
        given:
        def post = publish(ayu)
        def fresh = unheardOf('elsewhere').replace(' ', '-')

        when:
        def moved = ayu.patch("/api/posts/$post.slug", [slug: fresh])

        then:
        moved.body.slug == fresh
        with(guest.get("/api/posts/$post.slug")) {
            status == 301
            header('location') == "/api/posts/$fresh"
        }

        when:
        def other = ayu.post('/api/posts', [title: 'Mine now', slug: post.slug])

        then:
        other.status == 409
        other.body.code == 'slug_taken'
        other.flaws == [slug: ['slug_taken']]

        and: 'and back again, without a loop'
        ayu.patch("/api/posts/$post.id", [slug: post.slug]).body.slug == post.slug
        guest.get("/api/posts/$post.slug").status == 200
        guest.get("/api/posts/$fresh").header('location') == "/api/posts/$post.slug"
    }

    def "of fifty who take one address, on two nodes, one gets it; of fifty who name no other, each gets one of its own"() {
        given:
        def wanted = unheardOf('race').replace(' ', '-')

        when:
        def answers = Crowd.of(50) { i -> ayu.at(nodes[i % 2]).post('/api/posts', [title: 'Race', slug: wanted]) }

        then:
        answers.countBy { it.status } == [201: 1, 409: 49]
        answers.findAll { it.status == 409 }*.body*.code.toSet() == ['slug_taken'] as Set

        when:
        def named = Crowd.of(50) { i -> ayu.at(nodes[i % 2]).post('/api/posts', [title: wanted, tags: [wanted]]) }

        then:
        named*.status.toSet() == [201] as Set
        named*.body*.slug.toSet().size() == 50
        named*.body*.tags*.first()*.slug.toSet().size() == 1
    }

    def "two who write at once lose nothing: who saw the older one is told, and what it said is kept"() {
        given:
        def post = write(ayu)
        def seen = ayu.get("/api/posts/$post.id").header('etag')

        when:
        def answers = Crowd.of(20) { i ->
            ayu.at(nodes[i % 2]).patch("/api/posts/$post.id", [body_markdown: "Number $i".toString()], ['If-Match': seen])
        }

        then:
        answers.countBy { it.status } == [200: 1, 412: 19]
        def won = answers.find { it.status == 200 }.body
        ayu.get("/api/posts/$post.id").body.body_markdown == won.body_markdown
        ayu.patch("/api/posts/$post.id", [title: 'Later'], ['If-Match': seen]).body.code == 'stale'
        ayu.delete("/api/posts/$post.id", ['If-Match': seen]).status == 412
        ayu.patch("/api/posts/$post.id", [title: 'Later'], ['If-Match': ayu.get("/api/posts/$post.id").header('etag')]).status == 200
    }

    def "what is mentioned changes, null takes away, all else stays; to say the same again is no save"() {
        given:
        def post = write(ayu, [excerpt: 'Short.', tags: ['a1', 'b1']])

        when:
        def edited = ayu.patch("/api/posts/$post.id", [title: 'Other', excerpt: null, tags: ['b1', 'c1']])

        then:
        edited.status == 200
        with(edited.body) {
            title == 'Other'
            slug == post.slug
            excerpt == 'It rained.'
            tags*.name == ['b1', 'c1']
            body_html == post.body_html
            version == post.version + 1
        }
        ayu.patch("/api/posts/$post.id", [title: 'Other', tags: ['b1', 'c1']]).body == edited.body
        ayu.patch("/api/posts/$post.id", [:]).body == edited.body
        ayu.patch("/api/posts/$post.id", [tags: null]).body.tags == []
    }

    def "what is thrown away is gone for everybody, and comes back as it was"() {
        given:
        def post = publish(ayu)

        expect:
        ayu.delete("/api/posts/$post.id").status == 204
        ayu.delete("/api/posts/$post.id").status == 204
        guest.get("/api/posts/$post.slug").status == 404
        ayu.get("/api/posts/$post.slug").body.status == 'trashed'
        post.id in idsOf(ayu.get('/api/posts?status=trashed'))
        ayu.patch("/api/posts/$post.id", [title: 'x']).body.code == 'post_in_trash'
        ayu.post("/api/posts/$post.id/publish", [:]).body.code == 'post_in_trash'

        and:
        ayu.post("/api/posts/$post.id/restore", [:]).body.status == 'published'
        guest.get("/api/posts/$post.slug").status == 200
        ayu.post("/api/posts/$post.id/restore", [:]).body.code == 'post_not_in_trash'
    }

    def "what is another's is not theirs to touch: not there while it is private, forbidden when it is not"() {
        given:
        def other = author()
        def mine = write(ayu)

        expect:
        doors(other, mine.id)*.status.toSet() == [404] as Set
        doors(guest, mine.id)*.status.toSet() == [401] as Set
        doors(reader(), mine.id)*.status.toSet() == [404] as Set

        when:
        ayu.post("/api/posts/$mine.id/publish", [:])

        then:
        doors(other, mine.id)*.status.toSet() == [403] as Set
        doors(other, mine.id)*.body*.code.toSet() == ['forbidden'] as Set
        ayu.get("/api/posts/$mine.id").body.version == 1
        reader().post('/api/posts', [title: 'x']).status == 403
        editor().patch("/api/posts/$mine.id", [title: 'Better']).status == 200
        ayu.get("/api/posts/$mine.id").body.author.username == ayu.get('/api/me').body.username
    }

    def "everything wrong is told at once: #body"() {
        expect:
        with(ayu.post('/api/posts', body)) {
            status == expected
            flaws == wrong
        }

        where:
        body                                                                  || expected | wrong
        [:]                                                                   || 422      | [title: ['required']]
        [title: ' ', slug: 'A B', status: 'trashed']                          || 422      | [title: ['title_invalid'], slug: ['slug_invalid'], status: ['status_unknown']]
        [title: 'x' * 201, excerpt: 'x' * 501, tags: ['ok', '']]              || 422      | [title: ['title_invalid'], excerpt: ['excerpt_invalid'], 'tags[1]': ['required']]
        [title: 'x', tags: (1..21)*.toString()]                               || 422      | [tags: ['list_too_long']]
        [title: 'x', tags: 'a']                                               || 422      | [tags: ['not_list']]
        [title: 'x', tags: ['a' * 51, 7], cover_media_id: 'x']                || 422      | ['tags[0]': ['tag_name_invalid'], 'tags[1]': ['not_text'], cover_media_id: ['media_unknown']]
        [title: 'x', category: 'no-such-category']                            || 422      | [category: ['category_unknown']]
        [title: 'x', body_markdown: 'a\u0000b']                               || 422      | [body_markdown: ['text_unreadable']]
        [title: 'x', body_markdown: 'x' * 200_001]                            || 422      | [body_markdown: ['text_too_long']]
        [title: 'x', slug: 'search']                                          || 422      | [slug: ['slug_reserved']]
        [title: 'x', slug: '019d0000-0000-7000-8000-000000000001']            || 422      | [slug: ['slug_invalid']]
        [title: 'x', author_id: 'y', version: 9, published_at: 'z']           || 400      | [author_id: ['unknown_field'], version: ['unknown_field'], published_at: ['unknown_field']]
        [title: 'x', like_count: 9, comment_count: 1]                         || 400      | [like_count: ['unknown_field'], comment_count: ['unknown_field']]
    }

    def "what cannot be called anything is not there: #name"() {
        expect:
        with(guest.get("/api/posts/$name")) {
            status == 404
            body.code == 'not_found'
        }

        where:
        name << ['nothing-of-that-name', 'A%20B', 'x' * 500, '019d0000-0000-7000-8000-000000000001', '%7B019d0000-0000-7000-8000-000000000001%7D']
    }

    def "a list is read in pieces in every order, forwards and backwards, and nothing is missed while more is written: #sort"() {
        given:
        def tag = unheardOf('list').replace(' ', '-')
        def posts = (1..7).collect { publish(ayu, [title: "${'gfedcba'[it - 1]} $tag".toString(), tags: [tag]]) }
        publish(ayu, [title: "zz $tag".toString()])

        when:
        def pages = [guest.get("/api/posts?tag=$tag&sort=$sort&limit=3&count=true")]
        publish(ayu, [title: "0 $tag".toString(), tags: [tag]])
        publish(ayu, [title: "z $tag".toString(), tags: [tag]])
        while (pages.last().body.next_cursor) {
            pages << visitor(1).get("/api/posts?tag=$tag&sort=$sort&limit=3&cursor=${pages.last().body.next_cursor}")
        }
        def seen = pages.collectMany { idsOf(it) }

        then:
        pages.first().body.total == 7
        seen.toSet().size() == seen.size()
        seen.findAll { it in posts*.id } == (order == 'old' ? posts*.id : posts.reverse()*.id)

        where:
        sort            || order
        'published_at'  || 'old'
        '-published_at' || 'new'
        'updated_at'    || 'old'
        '-updated_at'   || 'new'
        '-title'        || 'old'
        'title'         || 'new'
        'comments'      || 'old'
        '-likes'        || 'new'
    }

    def "a cover is a picture that is there, and a post goes on without it"() {
        given:
        def picture = MediaIT.bring(ayu, AvatarIT.picture(20, 20, 'png')).body.id

        when:
        def post = publish(ayu, [cover_media_id: picture])

        then:
        guest.get("/api/posts/$post.slug").body.cover_media_id == picture
        ayu.post('/api/posts', [title: 'x', cover_media_id: UUID.randomUUID().toString()]).flaws == [cover_media_id: ['media_unknown']]
        ayu.patch("/api/posts/$post.id", [cover_media_id: UUID.randomUUID().toString()]).flaws == [cover_media_id: ['media_unknown']]

        when:
        def removed = ayu.delete("/api/media/$picture")

        then:
        removed.status == 204
        !guest.get("/api/posts/$post.slug").body.containsKey('cover_media_id')
    }

    def "a list is narrowed by author, tag and moment"() {
        given:
        def name = ayu.get('/api/me').body.username
        def tag = unheardOf('narrow').replace(' ', '-')
        def first = publish(ayu, [tags: [tag]])
        def second = publish(ayu)
        publish(author(), [tags: [tag]])

        expect:
        idsOf(guest.get("/api/posts?author=$name")) == [second.id, first.id]
        idsOf(guest.get("/api/posts?author=$name&tag=$tag")) == [first.id]
        idsOf(guest.get("/api/posts?author=$name&from=$second.published_at")) == [second.id]
        idsOf(guest.get("/api/posts?author=$name&to=$second.published_at")) == [first.id]
        idsOf(guest.get('/api/posts?author=nobody-at-all')) == []
        idsOf(guest.get('/api/posts?tag=no-such-tag')) == []
        idsOf(guest.get('/api/posts?category=no-such-category')) == []
    }

    def "no list is asked for what it does not know: #query"() {
        expect:
        with(guest.get("/api/posts?$query")) {
            status == expected
            body.code == code
        }

        where:
        query                      || expected | code
        'limit=0'                  || 400      | 'invalid_limit'
        'limit=101'                || 400      | 'invalid_limit'
        'cursor=abc'               || 400      | 'invalid_cursor'
        'sort=password'            || 400      | 'invalid_sort'
        'sort=published_at%3Bselect' || 400      | 'invalid_sort'
        'filter%5Bemail%5D=x'      || 400      | 'unknown_field'
        'author=%25'               || 422      | 'validation_failed'
        'tag=%27--'                || 422      | 'validation_failed'
        'status=secret'            || 422      | 'validation_failed'
        'from=yesterday'           || 422      | 'validation_failed'
    }

    def "who has it already is told so, and whose token is no good is told that, too"() {
        given:
        def post = publish(ayu)
        def tag = guest.get("/api/posts/$post.slug").header('etag')

        expect:
        guest.get("/api/posts/$post.slug", ['If-None-Match': tag]).status == 304
        guest.get("/api/posts/$post.slug", [Authorization: 'Bearer x']).status == 401
        guest.get('/api/posts', [Authorization: 'Bearer x']).status == 401
    }

    def "who leaves takes along what nobody could read; what everybody could stays, under nobody's name"() {
        given:
        def account = visitor().register()
        Town.allow([role: Role.AUTHOR], account.email)
        def leaver = visitor()
        leaver.logIn(account)
        def out = publish(leaver)
        def draft = write(leaver)

        when:
        Town.erase(account.email)

        then:
        with(guest.get("/api/posts/$out.slug")) {
            status == 200
            body.body_html == out.body_html
            !body.containsKey('author')
        }
        editor().get("/api/posts/$draft.id").status == 404
    }

    private static List<String> idsOf(Answer answer) {
        assert answer.status == 200: answer
        answer.body.items*.id
    }

    private static List<Answer> doors(Visitor person, String id) {
        [
            person.patch("/api/posts/$id", [title: 'Mine now']),
            person.delete("/api/posts/$id"),
            person.post("/api/posts/$id/publish", [:]),
            person.post("/api/posts/$id/unpublish", [:]),
            person.post("/api/posts/$id/restore", [:]),
        ]
    }

    private static boolean within(int seconds, Closure<Boolean> condition) {
        def end = System.nanoTime() + seconds * 1_000_000_000L
        while (!condition() && System.nanoTime() < end) {
            sleep(50)
        }
        condition()
    }

    private static long reopened(String post) {
        Town.countEvents('post.reopened', post)
    }

    private static long told(String post) {
        Town.countEvents('post.published', post)
    }
}
