package dev.beranda.bootstrap.journey

import spock.lang.Shared

/** How posts are found by what they say. */
class SearchIT extends JourneySpecification implements Newsroom {

    /** A word nobody else uses, so that specs do not find each other's posts. */
    @Shared
    String word = 'zq' + UUID.randomUUID().toString().replaceAll('[^a-f]', '') + 'xw'

    @Shared
    Visitor ayu

    @Shared
    Map<String, Map> posts = [:]

    def guest = visitor()

    def setupSpec() {
        ayu = author()
        def write = { String name, Map wishes -> posts[name] = publish(ayu, wishes) }
        write('body', [title: 'Something else', body_markdown: "A long *walk* with $word in the rain, and a <b>café</b> where children were running.".toString()])
        write('title', [title: "The $word of Bandung".toString(), body_markdown: 'Nothing about it.'])
        write('tagged', [title: 'Third', body_markdown: 'Nothing at all.', tags: [word]])
        write('indonesian', [title: "Makanan $word".toString(), body_markdown: 'Kami berjalan-jalan dan memakan sate.', tags: ['kuliner']])
        posts.draft = this.write(ayu, [title: "Secret $word".toString()])
    }

    def "what says it in its title comes first, then what is tagged so, then what says it anywhere"() {
        expect:
        find(word).toSet() == ['title', 'tagged', 'indonesian', 'body'] as Set
        find(word).last() == 'body'
        find(word)[2] == 'tagged'
        find(word, '&sort=published_at') == ['body', 'title', 'tagged', 'indonesian']
        find(word, '&sort=-title') == ['tagged', 'title', 'body', 'indonesian']
        find(word, '&tag=kuliner') == ['indonesian']
        find(word, "&author=${ayu.get('/api/me').body.username}").size() == 4
        find(word, '&author=nobody-at-all') == []
    }

    def "it is found in other forms, without accents, in any case, half typed: #query"() {
        expect:
        find("$word $query") == [found]

        where:
        query            || found
        'RUN'            || 'body'
        'walks'          || 'body'
        'child'          || 'body'
        'cafe'           || 'body'
        'CAFÉ'           || 'body'
        'makan'          || 'indonesian'
        'perjalanan'     || 'indonesian'
        'band'           || 'title'
        '"the rain"'     || 'body'
        '-rain -sate -bandung' || 'tagged'
        '-runs -dijalankan -bandung' || 'tagged'
    }

    def "what was found is marked in either language: #query"() {
        expect:
        with(guest.get("/api/posts?q=$word+$query").body.items) {
            size() == 1
            first().highlight.contains("<mark>$mark</mark>")
        }

        where:
        query        || mark
        'runs'       || 'running'
        'perjalanan' || 'berjalan'
    }

    def "a text of more words than can be kept is published whole, and found by its beginning"() {
        given:
        def letter = { int number -> Character.toString(0x20000 + number % 40_000) }
        def text = "more$word " + (1..45_000).collect { "${letter(it)}${letter(it * 7)}-${letter(it * 13)}" }.join(' ')
        def body = text.substring(0, text.offsetByCodePoints(0, 140_000))

        when: "it is sent letter by letter, for escaped it is too long a body"
        posts.more = ayu.postRaw('/api/posts', """{"title":"Very much","status":"published","body_markdown":"$body"}""".getBytes('UTF-8'), ['Content-Type': 'application/json']).body

        then:
        ayu.get("/api/posts/$posts.more.id").body.body_markdown == body
        find("more$word") == ['more']

        when:
        def edited = ayu.patch("/api/posts/$posts.more.id", [title: "Too much $word"])

        then:
        edited.status == 200
        find("more$word") == ['more']
        find("much $word") == ['more']
    }

    def "a title is found though it was mistyped"() {
        given:
        def rare = 'kubernetes' + word.take(6)
        posts.mistyped = publish(ayu, [title: "Deploying $rare at home".toString()])

        expect:
        find(rare.replace('bern', 'bren')) == ['mistyped']
    }

    def "the place is shown, and nothing in it can do harm"() {
        given:
        posts.harm = publish(ayu, [title: 'x', body_markdown: "`<script>alert(1)</script>` & harm$word \"quoted\"".toString()])

        when:
        def found = guest.get("/api/posts?q=harm$word").body.items.first()

        then:
        found.id == posts.harm.id
        found.highlight.contains("<mark>harm$word</mark>")
        found.highlight.contains('&quot;quoted')
        !found.highlight.contains('<script')
    }

    def "what nobody may see is found by those who work on it, and by nobody else"() {
        expect:
        guest.get("/api/posts?q=secret+$word").body.items.every { it.status == 'published' }
        ayu.get("/api/posts?q=secret+$word&status=draft").body.items*.title.toSet() == ["Secret $word"] as Set
        author().get("/api/posts?q=secret+$word&status=draft").body.items == []
        editor().get("/api/posts?q=secret+$word&status=draft").body.items*.id == [posts.draft.id]
    }

    def "what was rewritten is found by its new words only"() {
        given:
        def (before, after, label) = (1..3).collect { UUID.randomUUID().toString().replace('-', '') }
        def post = publish(ayu, [title: before])

        when:
        ayu.patch("/api/posts/$post.id", [title: after, tags: [label]])

        then:
        guest.get("/api/posts?q=$before").body.items == []
        guest.get("/api/posts?q=$after").body.items*.id == [post.id]
        guest.get("/api/posts?q=$label").body.items*.id == [post.id]
    }

    def "pages follow each other without a gap"() {
        given:
        def many = 'many' + word
        def written = (1..7).collect { publish(ayu, [title: it % 2 ? "$many $it".toString() : "No. $it", body_markdown: "$many".toString()]).id }

        when:
        def pages = [guest.get("/api/posts?q=$many&limit=3&count=true")]
        while (pages.last().body.next_cursor) {
            pages << visitor(1).get("/api/posts?q=$many&limit=3&cursor=${pages.last().body.next_cursor}")
        }
        def seen = pages.collectMany { it.body.items*.id }

        then:
        pages.first().body.total == 7
        seen.size() == 7
        seen.toSet() == written.toSet()
    }

    def "hostile words are only words: #words"() {
        expect:
        with(guest.get("/api/posts?q=${URLEncoder.encode(words, 'UTF-8')}")) {
            status == 200
            body.items.every { it.title != null }
        }

        where:
        words << ["'", '"', '\\', '%', '_', ':*', 'a:*', '!', '! !', '& | <->', 'a <-> b', "'; select pg_sleep(9)--", '((((', 'a & !', '-',
                  '- -', 'or', 'the', '(a+)+$', '🎉', 'مرحبا', '日本', "it's", 'a"b', '\u00AD', 'x' * 100, '$$', '{}', 'a\u2028b',
                  '\u02BBohana', '\u0149a', 'a\u02D0', 'rain \u02BCtis', 'a\u02B9b']
    }

    def "what cannot be searched for is told: #query"() {
        expect:
        with(guest.get("/api/posts?$query")) {
            status == expected
            body.code == code
        }

        where:
        query                    || expected | code
        "q=${'x' * 101}"         || 422      | 'validation_failed'
        'q=%00'                  || 422      | 'validation_failed'
        'sort=relevance'         || 400      | 'invalid_sort'
        'q=a&q=b'                || 422      | 'validation_failed'
    }

    private List<String> find(String query, String more = '') {
        def answer = guest.get("/api/posts?q=${URLEncoder.encode(query, 'UTF-8')}$more")
        assert answer.status == 200: answer
        answer.body.items*.id.collect { id -> posts.find { it.value.id == id }?.key ?: id }
    }
}
