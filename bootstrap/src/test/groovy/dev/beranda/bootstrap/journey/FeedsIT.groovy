package dev.beranda.bootstrap.journey

import com.rometools.rome.feed.synd.SyndFeed
import com.rometools.rome.io.SyndFeedInput
import dev.beranda.domain.shared.Role
import groovy.xml.XmlSlurper
import java.time.Duration
import java.time.Instant
import java.time.format.DateTimeFormatter
import java.util.regex.Pattern
import org.jsoup.Jsoup
import org.xml.sax.InputSource
import spock.lang.Shared

import static java.time.temporal.ChronoUnit.SECONDS

/** What programs read for people: read here by somebody else's feed reader. */
class FeedsIT extends JourneySpecification implements Newsroom {

    static final FEEDS = ['/feed.xml': 'application/atom+xml', '/rss.xml': 'application/rss+xml', '/feed.json': 'application/feed+json']
    static final SITE = 'https://beranda.test'

    @Shared
    Visitor ayu

    @Shared
    String name

    def guest = visitor(1)

    def setupSpec() {
        ayu = author()
        name = ayu.get('/api/me').body.username
    }

    def "a reader finds the latest posts with all they say, in whatever form: #file"() {
        given:
        def picture = MediaIT.bring(ayu, AvatarIT.picture(800, 400, 'png'), [alt: 'A "boat"']).body
        def tag = unheardOf('Hujan')
        def person = ayu.get('/api/me').body.display_name
        def older = publish(ayu)
        def post = publish(ayu, [
                title: 'Kopi & <b>soto</b> ☕ ]]> 🌋', excerpt: 'Short & "sweet" <3', tags: [tag, 'second'], cover_media_id: picture.id,
                body_markdown: "A [link](/about), [another](#top), ![boat](${picture.src}), [out](https://x.test/?a=1&b=2) & a <script>alert(1)</script> `<a href=\"/typed\" src=\"x\">` ]]> end.".toString()])

        when:
        def answer = guest.get("$file?author=$name")

        then:
        answer.status == 200
        answer.header('content-type') == "$type;charset=utf-8"
        def entries = read(answer, file)
        entries*.id == ["urn:uuid:$post.id", "urn:uuid:$older.id"]*.toString() + entries.drop(2)*.id
        entries[0].subMap(['title', 'link', 'author', 'categories', 'enclosure']) == [
                title: 'Kopi & <b>soto</b> ☕ ]]> 🌋', link: "$SITE/posts/$post.slug".toString(), author: person, categories: [tag, 'second'],
                enclosure: [url: "$SITE/api/media/$picture.id/800.jpg".toString(), type: 'image/jpeg', length: picture.variants.find { it.url.endsWith('/800.jpg') }.bytes],
        ]
        [entries[0].published, entries[0].updated] == [post.published_at, post.updated_at].collect { Instant.parse(it).truncatedTo(SECONDS) }
        summary(entries[0], file) == 'Short & "sweet" <3'

        and: 'its text leads out of the reader to where it led on the page, and nothing in it can do harm'
        def html = Jsoup.parse(entries[0].html)
        html.select('a')*.attr('href') == ["$SITE/about", "$SITE/posts/$post.slug#section-top", 'https://x.test/?a=1&b=2']*.toString()
        html.select('img')*.attr('src') == ["$SITE$picture.src".toString()]
        html.select('script').empty
        html.text().endsWith('<a href="/typed" src="x"> ]]> end.')

        where:
        file << FEEDS.keySet()
        type = FEEDS[file]
    }

    def "a feed says what it is of, where it is, and when it was last another: never the time of day"() {
        given:
        def post = publish(ayu)
        def atom = feed("/feed.xml?author=$name")
        def rss = feed("/rss.xml?author=$name")
        def json = guest.get("/feed.json?author=$name").body
        def person = ayu.get('/api/me').body.display_name

        expect:
        [atom.title, rss.title, json.title] == ["$person · Beranda"]*.toString() * 3
        [atom.publishedDate.toInstant(), lastBuilt(guest.get("/rss.xml?author=$name"))] == [Instant.parse(post.updated_at).truncatedTo(SECONDS)] * 2
        atom.links.find { it.rel == 'self' }.href == "$SITE/feed.xml?author=$name"
        guest.get("/rss.xml?author=$name").text.contains("<atom:link href=\"$SITE/rss.xml?author=$name\" rel=\"self\" type=\"application/rss+xml\"")
        json.feed_url == "$SITE/feed.json?author=$name"
        json.version == 'https://jsonfeed.org/version/1.1'
        [atom.links.find { it.rel == 'alternate' }.href, rss.link, json.home_page_url] == ["$SITE/"]*.toString() * 3
        !json.items.first().containsKey('attachments')

        and: 'both nodes say the same, byte by byte'
        FEEDS.keySet().every { visitor(0).get("$it?author=$name").text == visitor(1).get("$it?author=$name").text }
    }

    def "of a tag, a category or an author there is a feed of its own"() {
        given:
        def tag = unheardOf('Jakarta')
        def category = editor().post('/api/categories', [name: unheardOf('Kota')]).body
        def mine = publish(ayu, [tags: [tag], category: category.slug])
        def tagSlug = mine.tags.first().slug
        publish(ayu)
        def other = publish(author(), [tags: [tag]])

        expect:
        ids("/feed.xml?tag=$tagSlug") == [other.id, mine.id]
        ids("/rss.xml?category=$category.slug") == [mine.id]
        ids("/feed.xml?tag=$tagSlug&author=$name") == [mine.id]
        feed("/feed.xml?tag=$tagSlug&category=$category.slug").title == "$tag · $category.name · Beranda"

        and: 'which goes on under its new name'
        with(editor().patch("/api/tags/$tagSlug", [name: "$tag Baru", slug: "$tagSlug-baru"])) { status == 200 }
        ids("/feed.xml?tag=$tagSlug") == [other.id, mine.id]
        feed("/feed.xml?tag=$tagSlug").links.find { it.rel == 'self' }.href == "$SITE/feed.xml?tag=$tagSlug-baru"

        and: 'and what was given to it under its own is not there twice'
        ayu.patch("/api/posts/$mine.id", [slug: "moved-$mine.slug"]).status == 200
        ids("/feed.xml?author=$name").count { it == mine.id } == 1
        feed("/feed.xml?author=$name").entries.find { it.uri.endsWith(mine.id) }.link == "$SITE/posts/moved-$mine.slug"
    }

    def "only what everybody sees by now is in it"() {
        given:
        def tag = unheardOf('only').replace(' ', '-')
        def out = publish(ayu, [tags: [tag]])
        def draft = write(ayu, [tags: [tag]])
        def planned = write(ayu, [tags: [tag]])
        def soon = Instant.now() + Duration.ofMillis(1500)
        ayu.post("/api/posts/$planned.id/publish", [at: soon.toString()])
        def withdrawn = publish(ayu, [tags: [tag]])
        ayu.post("/api/posts/$withdrawn.id/unpublish", [:])
        def trashed = publish(ayu, [tags: [tag]])
        ayu.delete("/api/posts/$trashed.id")

        expect:
        ['/feed.xml', '/rss.xml', '/feed.json'].every { ids("$it?tag=$tag") == [out.id] }
        ids("/feed.xml?tag=$tag", ayu) == [out.id]
        places().intersect([draft, planned, withdrawn, trashed]*.slug) == []
        out.slug in places()

        when:
        sleep(Math.max(0, Duration.between(Instant.now(), soon).toMillis()) + 20)

        then:
        ids("/feed.xml?tag=$tag") == [planned.id, out.id]
        planned.slug in places()
        feed("/feed.xml?tag=$tag").publishedDate.toInstant().epochSecond >= soon.epochSecond - 1
    }

    def "who has it already is told so, until something in it is another: #file"() {
        given:
        def tag = unheardOf('known').replace(' ', '-')
        def first = publish(ayu, [tags: [tag]])
        publish(ayu, [tags: [tag]])
        def seen = guest.get("$file?tag=$tag")
        def known = ['If-None-Match': seen.header('etag')]
        def soon = ['If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT']

        expect:
        visitor(0).get("$file?tag=$tag", known).with { [it.status, it.text] } == [304, '']
        guest.get("$file?tag=$tag", known + ['If-None-Match': '"other"']).status == 200
        with(guest.send('HEAD', "$file?tag=$tag", null, [:])) {
            status == 200
            text == ''
            header('etag') == seen.header('etag')
            header('content-type') == seen.header('content-type')
        }

        when: 'what is not the latest in it is taken back, so that its latest change is what it was'
        ayu.post("/api/posts/$first.id/unpublish", [:])

        then:
        [known, soon].every { guest.get("$file?tag=$tag", it).status == 200 }
        !seen.header('last-modified')

        where:
        file << FEEDS.keySet()
    }

    def "who left is named by nobody, and their posts are still there"() {
        given:
        def account = visitor().register()
        Town.allow([role: Role.AUTHOR], account.email)
        def leaver = visitor()
        leaver.logIn(account)
        def tag = unheardOf('left').replace(' ', '-')
        publish(leaver, [tags: [tag]])
        Town.erase(account.email)

        expect:
        feed("/feed.xml?tag=$tag").entries.first().author in [null, '', 'Beranda']
        !guest.get("/feed.json?tag=$tag").body.items.first().containsKey('authors')
        guest.get("/rss.xml?tag=$tag").text.count('dc:creator>') == 0
        guest.get("/feed.xml?author=$account.username").status == 404
    }

    def "no feed is asked for what it does not know: #query"() {
        expect:
        FEEDS.keySet().every { file ->
            def answer = guest.get("$file?$query")
            assert [answer.status, answer.body.code] == [expected, code]
            true
        }

        where:
        query             || expected | code
        'tag=no-such-tag' || 404      | 'not_found'
        'category=none'   || 404      | 'not_found'
        'author=nobody-x' || 404      | 'not_found'
        'tag=%27--'       || 422      | 'validation_failed'
        'author=%25'      || 422      | 'validation_failed'
        'limit=1000'      || 400      | 'unknown_field'
        'tag=a&tag=b'     || 422      | 'validation_failed'
    }

    def "whatever a reader says it accepts, it gets what it asked for by name"() {
        expect:
        ['text/html', 'application/json', 'image/webp', '*/*', 'nonsense'].every { accept ->
            FEEDS.every { file, type -> guest.get(file, [Accept: accept]).type == type }
        }
    }

    def "the map of the site has every post once, where it is, and the home page"() {
        given:
        def post = publish(ayu)
        def answer = guest.get('/sitemap.xml')
        def map = new XmlSlurper().parseText(answer.text)

        expect:
        answer.header('content-type') == 'application/xml;charset=utf-8'
        map.name() == 'urlset'
        map.namespaceURI() == 'http://www.sitemaps.org/schemas/sitemap/0.9'
        map.url*.loc*.text().first() == "$SITE/"
        map.url.find { it.loc.text() == "$SITE/posts/$post.slug" }.lastmod.text() == Instant.parse(post.updated_at).truncatedTo(SECONDS).toString()
        map.url*.loc*.text().with { it.size() == it.toSet().size() && it.size() <= 50_000 }
        map.url.findAll { it.lastmod.text() }.every { Instant.parse(it.lastmod.text()) <= Instant.now() }
        guest.get('/sitemap.xml', ['If-None-Match': answer.header('etag')]).status == 304
        guest.get('/sitemap-1.xml').status == 200
    }

    def "a map that is too much for one comes as an index of its parts"() {
        given:
        def first = publish(ayu)
        def second = publish(ayu)
        Town.byHand("update sitemap_part set end_id = '$second.id'")
        Town.byHand("insert into sitemap_part values (2, '$second.id', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '2026-03-01')")

        when:
        def index = new XmlSlurper().parseText(guest.get('/sitemap.xml').text)
        def parts = (1..2).collect { new XmlSlurper().parseText(guest.get("/sitemap-${it}.xml").text).url*.loc*.text() }

        then:
        index.name() == 'sitemapindex'
        index.namespaceURI() == 'http://www.sitemaps.org/schemas/sitemap/0.9'
        index.sitemap*.loc*.text() == ["$SITE/sitemap-1.xml", "$SITE/sitemap-2.xml"]*.toString()
        index.sitemap.every { Instant.parse(it.lastmod.text()) }
        parts[0].first() == "$SITE/"
        "$SITE/posts/$first.slug".toString() in parts[0]
        parts[1].first() == "$SITE/posts/$second.slug"
        parts[0].intersect(parts[1]) == []

        cleanup:
        Town.byHand('delete from sitemap_part where number > 1')
        Town.byHand("update sitemap_part set end_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'")
    }

    def "there is no such part of the map: #number"() {
        expect:
        with(guest.get("/sitemap-${number}.xml")) {
            status == 404
        }

        where:
        number << ['0', '777', '01', '-1', '99999999999', 'x', '1.0', '%31%30']
    }

    def "what was said is said again from memory, and never when something in it is another"() {
        given:
        def tag = unheardOf('again').replace(' ', '-')
        def post = publish(ayu, [tags: [tag]])
        def files = FEEDS.keySet()*.plus("?tag=$tag") + ['/sitemap.xml']

        expect:
        files.every { file ->
            def answer = guest.get(file)
            assert answer.header('cache-control').startsWith('public')
            assert 'posts' in answer.header('surrogate-key').split(' ')
            assert guest.get(file).text == answer.text
            true
        }

        when:
        ayu.patch("/api/posts/$post.id", [title: 'Quite another', slug: "another-$post.slug"])

        then:
        withinASecond { nodes.indices.every { node -> files.every { visitor(node).get(it).text.contains("another-$post.slug") } } }

        and: 'there is nothing to ask of a map'
        guest.get('/sitemap.xml?x=1').body.code == 'unknown_field'
        guest.get('/sitemap-1.xml?x=1').body.code == 'unknown_field'
    }

    def "where the pages are elsewhere, everything leads there"() {
        given:
        def post = publish(ayu, [body_markdown: '[about](/about) ![boat](/api/media/x/640)'])
        def node = Town.open(Town.sharedDatabase(), [
                BERANDA_SITE_URL: 'https://www.example.com/blog/', BERANDA_SITE_NAME: 'Kabar & Kopi', BERANDA_SITE_DESCRIPTION: 'Every <day>',
                BERANDA_SITE_POST_PAGE: '/read/{slug}'])
        def reader = new Visitor(node.uri, description(nodes[0]))

        when:
        def atom = parsed(reader.get('/feed.xml'))
        def rss = parsed(reader.get('/rss.xml'))
        def entry = atom.entries.find { it.uri.endsWith(post.id) }

        then:
        [atom.title, rss.title] == ['Kabar & Kopi'] * 2
        atom.description == 'Every <day>'
        Jsoup.parse(rss.description).text() == 'Every <day>'
        entry.link == "https://www.example.com/blog/read/$post.slug"
        rss.link == 'https://www.example.com/blog/'
        atom.links.find { it.rel == 'self' }.href == "$SITE/feed.xml"
        Jsoup.parse(entry.contents.first().value).with { [it.select('a').attr('href'), it.select('img').attr('src')] } ==
                ['https://www.example.com/about', "$SITE/api/media/x/640".toString()]
        reader.get('/sitemap.xml').text.contains("<loc>https://www.example.com/blog/read/$post.slug</loc>")

        cleanup:
        Town.close(node)
    }

    private List<Map> read(Answer answer, String file) {
        file.endsWith('.json') ? answer.body.items.collect { fromJson(it) } : parsed(answer).entries.collect { fromXml(it) }
    }

    private static Map fromJson(Map item) {
        def attachment = item.attachments?.first()
        [
                id: item.id, title: item.title, link: item.url, author: item.authors?.first()?.name, categories: item.tags,
                published: Instant.parse(item.date_published), updated: Instant.parse(item.date_modified), summary: item.summary, html: item.content_html,
                enclosure: attachment ? [url: attachment.url, type: attachment.mime_type, length: attachment.size_in_bytes] : null,
        ]
    }

    private static Map fromXml(entry) {
        def enclosure = entry.enclosures ? entry.enclosures.first() : null
        [
                id: entry.uri, title: entry.title, link: entry.link, author: entry.author, categories: entry.categories.collect { it.label ?: it.name },
                published: entry.publishedDate.toInstant(), updated: entry.updatedDate?.toInstant() ?: entry.publishedDate.toInstant(),
                summary: entry.description?.value, html: entry.contents.first().value,
                enclosure: enclosure ? [url: enclosure.url, type: enclosure.type, length: enclosure.length] : null,
        ]
    }

    private static Instant lastBuilt(Answer rss) {
        Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(new XmlSlurper().parseText(rss.text).channel.lastBuildDate.text()))
    }

    /// RSS has HTML there, the others plain text.
    private static String summary(Map entry, String file) {
        file == '/rss.xml' ? Jsoup.parse(entry.summary).text() : entry.summary
    }

    private List<String> ids(String path, Visitor reader = guest) {
        read(reader.get(path), path.takeBefore('?'))*.id.collect { it - 'urn:uuid:' }
    }

    private SyndFeed feed(String path) {
        parsed(guest.get(path))
    }

    private static SyndFeed parsed(Answer answer) {
        assert answer.status == 200: answer
        def input = new SyndFeedInput(true, Locale.ENGLISH)
        input.build(new InputSource(new StringReader(answer.text)))
    }

    /// The slugs that the map of the site knows.
    private List<String> places() {
        guest.get('/sitemap.xml').text.findAll(Pattern.compile("<loc>$SITE/posts/([^<]+)</loc>")) { it[1] }
    }
}
