package dev.beranda.bootstrap.journey

import spock.lang.Shared

/** What people say to posts, on two nodes. */
class CommentsIT extends JourneySpecification implements Newsroom {

    static final HOSTILE = [
        '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '[x](jAvAsCrIpT&colon;alert(1))',
        '[x](data:text/html;base64,PHNjcmlwdD4=)', '![x](x "onerror=alert(1)")', '<javascript:alert(1)>', '<svg><script>alert(1)</script></svg>',
        '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        '<a href="\u0009javascript:alert(1)">x</a>', '<details open ontoggle=alert(1)>', '<iframe srcdoc="<script>alert(1)</script>">',
        '<form id=x><input name=attributes>', '<base href="https://evil.example">', '<meta http-equiv=refresh content=0>',
        '[x]: javascript:alert(1)\n\n[x]', '<style>*{display:none}</style>', '[a](https://a.example "\\" onmouseover=alert(1) x=\\"")']

    @Shared
    Map post
    @Shared
    Visitor writer
    @Shared
    Visitor judge

    def ayu = reader()
    def budi = reader(1)
    def guest = visitor(1)

    def setupSpec() {
        writer = author()
        judge = editor(1)
        post = publish(writer)
    }

    def "what a reader says everybody reads, on both nodes, and the post knows how many"() {
        given:
        def own = publish(writer)
        def name = ayu.get('/api/me').body.username

        when:
        def answer = ayu.post("/api/posts/$own.slug/comments", [body_markdown: 'Well *said*.'])

        then:
        answer.status == 201
        answer.header('location') == "/api/comments/$answer.body.id"
        with(answer.body) {
            status == 'published'
            post_id == own.id
            depth == 0
            version == 0
            body_markdown == 'Well *said*.'
            body_html.contains('<em>said</em>')
            author.username == name
            !containsKey('parent_id')
            !containsKey('edited_at')
        }
        guest.get("/api/posts/$own.id/comments?count=true").body == [items: [answer.body], next_cursor: null, prev_cursor: null, total: 1]
        guest.get("/api/comments/$answer.body.id").body == answer.body
        guest.get("/api/comments/$answer.body.id", ['If-None-Match': answer.header('etag')]).status == 304
        within(5) { guest.get("/api/posts/$own.slug").body.comment_count == 1 }
        guest.get("/api/posts/$own.slug").body.version == own.version
        Town.countEvents('comment.written', own.id) == 1
        Town.countEvents('comment.published', own.id) == 1
    }

    def "answers hang below what they answer, as deep as it goes, in the order of the discussion"() {
        given:
        def own = publish(writer)
        def chain = [say(ayu, own)]
        7.times { chain << say(it % 2 ? ayu : budi, own, [parent_id: chain.last().id]) }
        def later = say(budi, own)
        def second = say(budi, own, [parent_id: chain[0].id])

        when:
        def seen = guest.get("/api/posts/$own.id/comments").body.items

        then:
        chain*.depth == [0, 1, 2, 3, 4, 5, 5, 5]
        chain*.parent_id == [null] + chain[0..4]*.id + [chain[4].id] * 2
        chain*.in_reply_to == [null] + chain[0..6]*.id
        seen*.id == chain*.id + [second.id, later.id]
        guest.get("/api/posts/$own.id/comments?sort=newest").body.items*.id == [later.id] + chain*.id + [second.id]

        when: 'piece by piece, while others go on'
        def pages = [guest.get("/api/posts/$own.id/comments?limit=4")]
        while (pages.last().body.next_cursor) {
            say(ayu, own, [parent_id: chain[1].id])
            pages << visitor(pages.size() % 2).get("/api/posts/$own.id/comments?limit=4&cursor=${pages.last().body.next_cursor}")
        }
        def walked = pages.collectMany { it.body.items*.id }

        then:
        walked.toSet().size() == walked.size()
        walked.findAll { it in seen*.id } == seen*.id
    }

    def "nobody says anything to what nobody can read, or answers what is not there"() {
        given:
        def draft = write(writer)
        def elsewhere = say(ayu, publish(writer))
        def out = publish(writer)
        def mine = say(ayu, out)

        expect:
        [ayu, author()]*.post("/api/posts/$draft.id/comments", [body_markdown: 'x'])*.status == [404, 404]
        [ayu, guest]*.get("/api/posts/$draft.id/comments")*.status == [404, 404]
        writer.get("/api/posts/$draft.id/comments").body.items == []
        writer.post("/api/posts/$draft.id/comments", [body_markdown: 'x']).body.code == 'post_not_published'
        guest.post("/api/posts/$out.id/comments", [body_markdown: 'x']).status == 401
        ayu.post("/api/posts/$out.id/comments", [body_markdown: 'x', parent_id: elsewhere.id]).flaws == [parent_id: ['comment_unknown']]
        ayu.post('/api/posts/no-such-post/comments', [body_markdown: 'x']).status == 404

        when: 'the post is taken back'
        writer.post("/api/posts/$out.id/unpublish", [:])

        then:
        guest.get("/api/posts/$out.id/comments").status == 404
        [guest, budi]*.get("/api/comments/$mine.id")*.status == [404, 404]
        ayu.get("/api/comments/$mine.id").status == 200
        ayu.delete("/api/comments/$mine.id").status == 204
    }

    def "everything wrong is told at once: #body"() {
        expect:
        with(ayu.post("/api/posts/$post.id/comments", body)) {
            status == expected
            flaws == wrong
        }

        where:
        body                                                   || expected | wrong
        [:]                                                    || 422      | [body_markdown: ['required']]
        [body_markdown: '  \n ', parent_id: 'x']               || 422      | [body_markdown: ['text_blank'], parent_id: ['comment_unknown']]
        [body_markdown: 'x' * 10_001]                          || 422      | [body_markdown: ['text_too_long']]
        [body_markdown: 'a\u0000b']                            || 422      | [body_markdown: ['text_unreadable']]
        [body_markdown: ['x'], parent_id: 7]                   || 422      | [body_markdown: ['not_text'], parent_id: ['not_text']]
        [body_markdown: 'x', author_id: 'y', status: 'published'] || 400   | [author_id: ['unknown_field'], status: ['unknown_field']]
        [body_markdown: '> ' * 500 + 'x']                      || 422      | [body_markdown: ['markup_too_complex']]
    }

    def "no list is asked for what it does not know: #query"() {
        expect:
        with(guest.get("/api/posts/$post.id/comments?$query")) {
            status == expected
            body.code == code
        }

        where:
        query               || expected | code
        'limit=0'           || 400      | 'invalid_limit'
        'limit=101'         || 400      | 'invalid_limit'
        'cursor=abc'        || 400      | 'invalid_cursor'
        'sort=author'       || 400      | 'invalid_sort'
        'author=x'          || 400      | 'unknown_field'
        'count=maybe'       || 422      | 'validation_failed'
    }

    def "a cursor is of its list alone"() {
        given:
        def own = publish(writer)
        2.times { say(ayu, own) }
        def cursor = guest.get("/api/posts/$own.id/comments?limit=1").body.next_cursor

        expect:
        guest.get("/api/posts/$own.id/comments?limit=1&cursor=$cursor").status == 200
        guest.get("/api/posts/$own.id/comments?limit=1&sort=newest&cursor=$cursor").body.code == 'invalid_cursor'
        guest.get("/api/posts/$post.id/comments?limit=1&cursor=$cursor").body.code == 'invalid_cursor'
    }

    def "its author rewords it for a quarter of an hour, and nobody else does"() {
        given:
        def comment = say(ayu, post)
        def tag = ayu.get("/api/comments/$comment.id").header('etag')

        when:
        def edited = ayu.patch("/api/comments/$comment.id", [body_markdown: 'Clearer.'], ['If-Match': tag])

        then:
        edited.status == 200
        edited.body.body_html.contains('Clearer.')
        edited.body.edited_at > comment.created_at
        edited.body.version == 1
        guest.get("/api/comments/$comment.id").body == edited.body
        ayu.patch("/api/comments/$comment.id", [body_markdown: 'Again.'], ['If-Match': tag]).body.code == 'stale'
        [budi, writer, judge].collect { it.patch("/api/comments/$comment.id", [body_markdown: 'Mine.']).status } == [403, 403, 403]
        guest.patch("/api/comments/$comment.id", [body_markdown: 'Mine.']).status == 401
        ayu.patch("/api/comments/$comment.id", [:]).body.version == 1

        when:
        Town.byHand("update comment set written_at = written_at - interval '16 minutes' where id = '$comment.id'")

        then:
        ayu.patch("/api/comments/$comment.id", [body_markdown: 'Too late.']).body.code == 'edit_window_closed'
        guest.get("/api/comments/$comment.id").body.body_markdown == 'Clearer.'
    }

    def "what is deleted leaves its place to the answers, and no word of it"() {
        given:
        def own = publish(writer)
        def secret = unheardOf('secret')
        def comment = say(ayu, own, [body_markdown: secret])
        def answer = say(budi, own, [parent_id: comment.id])

        expect:
        budi.delete("/api/comments/$comment.id").status == 403
        ayu.delete("/api/comments/$comment.id", ['If-Match': '"9"']).status == 412
        ayu.delete("/api/comments/$comment.id").status == 204
        ayu.delete("/api/comments/$comment.id").status == 204

        and:
        with(guest.get("/api/posts/$own.id/comments").body.items) {
            it*.id == [comment.id, answer.id]
            it*.status == ['deleted', 'published']
            !it[0].containsKey('body_markdown') && !it[0].containsKey('body_html') && !it[0].containsKey('author')
        }
        Town.ask("select count(*) from comment where markdown like '%$secret%' or html like '%$secret%'") == 0
        ayu.patch("/api/comments/$comment.id", [body_markdown: 'Back.']).body.code == 'comment_settled'
        judge.post("/api/comments/$comment.id/approve", [:]).body.code == 'comment_settled'
        budi.post("/api/posts/$own.id/comments", [body_markdown: 'x', parent_id: comment.id]).flaws == [parent_id: ['comment_unknown']]

        when: 'nothing hangs below it any more'
        judge.delete("/api/comments/$answer.id")

        then:
        guest.get("/api/posts/$own.id/comments").body.items == []
        guest.get("/api/comments/$comment.id").status == 404
        within(5) { guest.get("/api/posts/$own.slug").body.comment_count == 0 }
        audited(answer.id) == ['comment.deleted']
    }

    def "what looks like spam waits, and is judged"() {
        given:
        def own = publish(writer)
        def stranger = reader()
        def links = ['a', 'b', 'c'].collect { "[$it](https://${it}.example)" }.join(' ')

        when:
        def held = stranger.post("/api/posts/$own.id/comments", [body_markdown: links]).body

        then:
        held.status == 'held'
        guest.get("/api/posts/$own.id/comments").body.items == []
        [guest, ayu]*.get("/api/comments/$held.id")*.status == [404, 404]
        [stranger, judge]*.get("/api/comments/$held.id")*.body*.status == ['held', 'held']
        ayu.post("/api/comments/$held.id/report", [reason: 'spam']).status == 404
        ayu.get('/api/admin/comments').status == 403
        writer.get('/api/admin/comments').status == 403
        with(waiting().find { it.id == held.id }) {
            held_because == 'suspicion'
            post_slug == own.slug
            report_count == 0
            body_html.contains('nofollow')
        }

        when:
        def spam = judge.post("/api/comments/$held.id/spam", [:])

        then: 'its author does not learn of it'
        spam.body.status == 'spam'
        stranger.get("/api/comments/$held.id").body.status == 'held'
        held.id in judge.get('/api/admin/comments?status=spam&limit=100').body.items*.id

        when:
        def approved = judge.post("/api/comments/$held.id/approve", [:])

        then:
        approved.body.status == 'published'
        guest.get("/api/posts/$own.id/comments").body.items*.id == [held.id]
        within(5) { guest.get("/api/posts/$own.slug").body.comment_count == 1 }
        judge.post("/api/comments/$held.id/reject", [:], ['If-Match': spam.header('etag')]).status == 412

        when:
        judge.post("/api/comments/$held.id/reject", [:], ['If-Match': approved.header('etag')])

        then:
        guest.get("/api/comments/$held.id").status == 404
        stranger.get("/api/comments/$held.id").body.status == 'rejected'
        stranger.patch("/api/comments/$held.id", [body_markdown: 'Please?']).body.code == 'comment_settled'
        within(5) { guest.get("/api/posts/$own.slug").body.comment_count == 0 }
        audited(held.id) == ['comment.marked_as_spam', 'comment.approved', 'comment.rejected']
    }

    def "nobody lets out words they have not read: who judges what was reworded names the version they looked at"() {
        given:
        def own = publish(writer)
        def stranger = reader()
        def links = ['a', 'b', 'c'].collect { "[$it](https://${it}.example)" }.join(' ')
        def held = stranger.post("/api/posts/$own.id/comments", [body_markdown: links]).body
        def seen = waiting().find { it.id == held.id }

        when: 'it is reworded while somebody looks at it'
        stranger.patch("/api/comments/$held.id", [body_markdown: 'Worse words.'])

        then:
        ['approve', 'reject', 'spam'].each { step ->
            with(judge.post("/api/comments/$held.id/$step", [:])) {
                status == 428
                body.code == 'version_required'
            }
            assert judge.post("/api/comments/$held.id/$step", [:], ['If-Match': '*']).status == 428
            assert judge.post("/api/comments/$held.id/$step", [:], ['If-Match': "\"$seen.version\"".toString()]).status == 412
        }
        guest.get("/api/comments/$held.id").status == 404
        audited(held.id) == []

        when:
        def now = waiting().find { it.id == held.id }

        then:
        now.body_html.contains('Worse words.')
        judge.post("/api/comments/$held.id/approve", [:], ['If-Match': "\"$now.version\"".toString()]).body.status == 'published'
    }

    def "of many who say the same at one moment, on two nodes, one is heard and the others wait"() {
        given:
        def own = publish(writer)
        def words = "Buy the cheapest watches of ${UUID.randomUUID()} today, and get another one free of charge!".toString()
        def people = (1..12).collect { reader(it % 2) }

        when:
        def answers = Crowd.of(24) { i -> people[i % 12].at(nodes[i % 2]).post("/api/posts/$own.id/comments", [body_markdown: words]) }

        then:
        answers*.status.toSet() == [201] as Set
        answers*.body*.status.countBy { it } == [published: 1, held: 23]
        guest.get("/api/posts/$own.id/comments").body.items*.body_markdown == [words]
    }

    def "readers complain, each once; enough of them withhold it until somebody has looked"() {
        given:
        def own = publish(writer)
        def comment = say(ayu, own)
        def answer = say(budi, own, [parent_id: comment.id])
        def people = (1..3).collect { reader(it % 2) }

        expect:
        ayu.post("/api/comments/$comment.id/report", [reason: 'abuse']).body.code == 'own_comment'
        people[0].post("/api/comments/$comment.id/report", [reason: 'rude', note: 'x' * 501]).flaws ==
                [reason: ['report_reason_unknown'], note: ['report_note_invalid']]
        4.times { assert people[0].post("/api/comments/$comment.id/report", [reason: 'abuse', note: 'Rude.']).status == 204 }
        people[1].post("/api/comments/$comment.id/report", [reason: 'off_topic']).status == 204
        guest.get("/api/comments/$comment.id").body.status == 'published'
        with(judge.get('/api/admin/comments?sort=-reported_at').body.items.first()) {
            id == comment.id
            report_count == 2
            reports == [[reason: 'off_topic'], [reason: 'abuse', note: 'Rude.']]
        }

        when:
        people[2].post("/api/comments/$comment.id/report", [reason: 'illegal'])

        then:
        with(guest.get("/api/posts/$own.id/comments").body.items) {
            it*.id == [comment.id, answer.id]
            it*.status == ['hidden', 'published']
            !it[0].containsKey('body_markdown') && !it[0].containsKey('author')
        }
        waiting().find { it.id == comment.id }.held_because == 'reports'

        when:
        judge.post("/api/comments/$comment.id/approve", [:])

        then:
        guest.get("/api/comments/$comment.id").body.body_markdown == comment.body_markdown
        !(comment.id in judge.get('/api/admin/comments?sort=-reported_at&limit=100').body.items*.id)
    }

    def "of many who complain at the same moment, on two nodes, each is counted once"() {
        given:
        def comment = say(ayu, post)
        def people = (1..6).collect { reader(it % 2) }

        when:
        def answers = Crowd.of(24) { i -> people[i % 6].at(nodes[i % 2]).post("/api/comments/$comment.id/report", [reason: 'spam']) }

        then:
        answers*.status.toSet() - [204, 404] == [] as Set
        guest.get("/api/comments/$comment.id").status == 404
        Town.ask("select report_count = (select count(*) from comment_report r where r.comment_id = c.id) and state = 'held' from comment c where id = '$comment.id'")
    }

    def "nothing that is said can do anything but be read: #text"() {
        given:
        def tags = say(ayu, post, [body_markdown: text]).body_html.findAll(/<[^>]*>/)

        expect:
        tags.every { !(it =~ /(?i)<\s*(script|style|iframe|svg|math|form|input|base|meta|img|object|embed|details|noscript|h[1-6])\b/) }
        tags.every { !(it =~ /(?i)(href|src)\s*=\s*["']?\s*(javascript|data|vbscript):/) }
        tags.every { !(it.replaceAll(/"[^"]*"/, '""') =~ /(?i)\s(on\w+|id|name|style)\s*=/) }

        where:
        text << HOSTILE
    }

    def "of fifty who speak at once, on two nodes, each is heard and counted; who asks again by one name is heard once"() {
        given:
        def own = publish(writer)
        def people = (1..10).collect { reader(it % 2) }

        when:
        def answers = Crowd.of(50) { i -> people[i % 10].at(nodes[i % 2]).post("/api/posts/$own.id/comments", [body_markdown: "Voice $i".toString()]) }

        then:
        answers*.status.toSet() == [201] as Set
        answers*.body*.status.toSet() == ['published'] as Set
        guest.get("/api/posts/$own.id/comments?limit=100").body.items*.id.toSet() == answers*.body*.id.toSet()
        within(5) { guest.get("/api/posts/$own.slug").body.comment_count == 50 }

        when:
        def key = ['Idempotency-Key': UUID.randomUUID().toString()]
        def again = Crowd.of(20) { i -> people[0].at(nodes[i % 2]).post("/api/posts/$own.id/comments", [body_markdown: 'Once.'], key) }

        then:
        again*.status.toSet() == [201] as Set
        again*.body*.id.toSet().size() == 1
        again*.header('location').toSet().size() == 1
        within(5) { guest.get("/api/posts/$own.slug").body.comment_count == 51 }
    }

    def "who is barred says nothing more"() {
        given:
        def person = visitor()
        def account = person.register()
        person.logIn(account)
        say(person, post)

        when:
        Town.allow(account.email, disabled: true)

        then:
        nodes.each { node -> withinASecond { person.at(node).post("/api/posts/$post.id/comments", [body_markdown: 'x']).status == 401 } }
    }

    def "who leaves takes along what nobody could read; what everybody could stays, under nobody's name"() {
        given:
        def own = publish(writer)
        def leaver = visitor()
        def account = leaver.register()
        leaver.logIn(account)
        def out = say(leaver, own)
        def held = leaver.post("/api/posts/$own.id/comments", [body_markdown: (1..7).collect { "[$it](https://x${it}.example)" }.join(' ')]).body
        assert held.status == 'held'

        when:
        Town.erase(account.email)

        then:
        with(guest.get("/api/comments/$out.id").body) {
            body_html == out.body_html
            !containsKey('author')
        }
        judge.get("/api/comments/$held.id").body.status == 'deleted'
        Town.ask("select count(*) from comment where id = '$held.id' and (markdown <> '' or author_id is not null)") == 0
    }

    def "an installation may look at the first of everybody, or take none"() {
        given:
        def careful = Town.open(Town.sharedDatabase(), [BERANDA_COMMENTS: 'held-first'])
        def silent = Town.open(Town.sharedDatabase(), [BERANDA_COMMENTS: 'off'])
        def newcomer = reader()

        when:
        def first = newcomer.at(careful.uri).post("/api/posts/$post.id/comments", [body_markdown: 'Hello.']).body

        then:
        first.status == 'held'
        writer.at(careful.uri).post("/api/posts/$post.id/comments", [body_markdown: 'Mine.']).body.status == 'published'
        waiting().find { it.id == first.id }.held_because == 'newcomer'

        when:
        judge.post("/api/comments/$first.id/approve", [:])

        then:
        newcomer.at(careful.uri).post("/api/posts/$post.id/comments", [body_markdown: 'Hello again.']).body.status == 'published'
        newcomer.at(silent.uri).post("/api/posts/$post.id/comments", [body_markdown: 'Hello?']).body.code == 'comments_closed'
        newcomer.at(silent.uri).get("/api/comments/$first.id").status == 200

        cleanup:
        [careful, silent].each { Town.close(it) }
    }

    private Map say(Visitor person, Map about, Map<String, ?> wishes = [:]) {
        def answer = person.post("/api/posts/$about.id/comments", [body_markdown: 'Well said.'] + wishes)
        assert answer.status == 201: answer
        answer.body
    }

    private List<Map> waiting() {
        judge.get('/api/admin/comments?limit=100').body.items
    }

    private static List<String> audited(String comment) {
        Town.askAll("select action from audit_entry where subject = '$comment' order by at, id")
    }

    private static boolean within(int seconds, Closure<Boolean> condition) {
        def end = System.nanoTime() + seconds * 1_000_000_000L
        while (!condition() && System.nanoTime() < end) {
            sleep(50)
        }
        condition()
    }
}
