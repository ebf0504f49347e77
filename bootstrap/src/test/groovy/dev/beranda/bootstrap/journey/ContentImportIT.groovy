package dev.beranda.bootstrap.journey

import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.zip.ZipEntry
import java.util.zip.ZipInputStream
import java.util.zip.ZipOutputStream
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A house moves in with everything that was published elsewhere, and out again. */
class ContentImportIT extends Specification {

    static final PASSWORD = 'three unrelated words'
    static final PATH = '/api/admin/import'
    static final ZIP = ['Content-Type': 'application/zip']

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @Shared
    @AutoCleanup
    TestDatabase other = TestDatabase.fresh()

    @Shared
    @TempDir
    Path folder

    @Shared
    List<Town.Node> nodes

    @Shared
    Town.Node elsewhere

    @Shared
    Visitor admin

    def setupSpec() {
        def settings = [BERANDA_ADMIN_EMAIL: 'boss@example.com', BERANDA_ADMIN_PASSWORD: PASSWORD, BERANDA_IMPORT_MAX_BYTES: '3000000']
        nodes = [1, 2].collect { Town.open(database, settings + [BERANDA_DATA_DIR: folder as String]) }
        elsewhere = Town.open(other, settings)
        [database, other].each { byHand(it, "update app_user set username = 'the-boss', username_key = 'the-boss'") }
        admin = bossOf(nodes[0])
    }

    def cleanupSpec() {
        (nodes + elsewhere).each { Town.close(it) }
    }

    def "a folder of texts becomes posts, and their pictures come along"() {
        given:
        def files = [
                'site/_posts/2019-05-04-rain.md': '''\
                    ---
                    title: Rain over the old town
                    tags: [Weather, "Kota Tua"]
                    category: Walks
                    excerpt: It rained.
                    cover: /images/rain.png
                    redirect_from: /2019/old-rain/
                    ---

                    # Rain

                    ![The rain](../images/rain.png) fell.
                    '''.stripIndent(),
                'site/_drafts/sun.md': '---\ntitle: Sun\nauthor: nobody-here\n---\nIt will shine.\n',
                'site/images/rain.png': AvatarIT.picture(40, 30, 'png'),
                'site/README.md': 'Not a post.',
                'site/_posts/broken.md': '---\ntitle: [\n---\n']

        when: "first it is only looked at"
        def dry = bring(files, '?dry_run=true')

        then:
        dry.dry_run
        dry.items.every { it.id == null }
        admin.get('/api/posts/rain').status == 404

        when:
        def report = bring(files)
        def post = admin.get('/api/posts/rain').body

        then: "it is what was foretold"
        report.items*.subMap('kind', 'name', 'outcome', 'slug') == dry.items*.subMap('kind', 'name', 'outcome', 'slug')
        report.subMap('format', 'source', 'created', 'updated', 'unchanged', 'skipped', 'refused', 'warnings') ==
                [format: 'markdown', source: 'markdown', created: 3, updated: 0, unchanged: 0, skipped: 1, refused: 1, warnings: 1]
        outcomes(report) == [
                'site/images/rain.png': 'created', 'site/_posts/2019-05-04-rain.md': 'created', 'site/_drafts/sun.md': 'created',
                'site/README.md': 'skipped', 'site/_posts/broken.md': 'refused']
        report.items.find { it.outcome == 'refused' }.errors*.code == ['front_matter_invalid']
        report.items.find { it.slug == 'sun' }.warnings*.subMap('field', 'code') == [[field: 'author', code: 'author_unknown']]

        and: "everything is where it belongs"
        post.subMap('title', 'status', 'published_at', 'excerpt') ==
                [title: 'Rain over the old town', status: 'published', published_at: '2019-05-04T00:00:00Z', excerpt: 'It rained.']
        post.tags*.name == ['Weather', 'Kota Tua']
        post.category.slug == 'walks'
        post.author.username == 'the-boss'
        admin.get('/api/posts/old-rain').status in [301, 308]
        admin.get('/api/posts/sun').body.status == 'draft'
        visitor().get('/api/posts/sun').status == 404

        and: "the picture is one of ours"
        def medium = report.items.find { it.kind == 'medium' }.id
        post.body_html.contains("/api/media/$medium/1600")
        post.cover_media_id == medium
        visitor().get("/api/media/$medium/1600").status == 200

        and: "nobody is told that there is something new, and what was done is written down"
        events('post.published') == 0
        events('post.brought') == 2
        admin.get('/api/admin/audit?action=content.imported').body.items[0].after.created == 3

        when: "the same again"
        def again = bring(files)

        then:
        [again.created, again.updated, again.unchanged] == [0, 0, 3]
        admin.get('/api/posts/rain').body.version == post.version

        when: "with something else in it"
        files['site/_posts/2019-05-04-rain.md'] = files['site/_posts/2019-05-04-rain.md'].replace('fell', 'poured')
        def changed = bring(files)

        then:
        [changed.created, changed.updated, changed.unchanged] == [0, 1, 2]
        admin.get('/api/posts/rain').body.body_markdown.contains('poured')
        admin.get("/api/posts/$post.id/revisions").body.items.size() == 2

        when: "and once it was edited here"
        admin.patch("/api/posts/$post.id", [title: 'Our own title'])
        files['site/_posts/2019-05-04-rain.md'] = files['site/_posts/2019-05-04-rain.md'].replace('poured', 'stopped')
        def kept = bring(files)

        then:
        kept.items.find { it.kind == 'post' && it.slug == 'rain' }.with { [outcome, errors*.code] } == ['skipped', ['edited_here']]
        admin.get('/api/posts/rain').body.title == 'Our own title'

        when:
        bring(files, '?overwrite=true')

        then:
        admin.get('/api/posts/rain').body.title == 'Rain over the old town'
    }

    def "what is exported moves to another house, and is the same there to the byte"() {
        given: "everything there can be"
        def ayu = visitor().register([username: 'ayu'])
        elsewhereVisitor().register(ayu)
        def id = admin.get('/api/admin/users?q=ayu').body.items.find { it.username == 'ayu' }.id
        assert admin.patch("/api/admin/users/$id", [role: 'author']).status == 200
        def author = visitor(1)
        author.access = author.post('/api/auth/login', ayu.subMap('username', 'password')).body.access
        admin.post('/api/categories', [name: 'Makanan & minuman', slug: 'food'])
        admin.post('/api/categories', [name: 'Sweets', parent: 'food'])
        admin.patch('/api/categories/food', [slug: 'makanan'])
        admin.post('/api/tags', [name: 'C++'])
        admin.post('/api/tags', [name: 'CPP'])
        admin.post('/api/tags/cpp/merge', [into: 'c-plus-plus'])
        def medium = MediaIT.bring(author, AvatarIT.picture(700, 300, 'png')).body.id
        author.patch("/api/media/$medium", [alt: 'The "sea"'])
        def nobodys = MediaIT.bring(author, AvatarIT.picture(20, 20, 'png')).body.id
        byHand(database, "update media set owner_id = null where id = '$nobodys'")
        def first = author.post('/api/posts', [title: 'A "first": 🌧', body_markdown: "---\nNo front matter\n---\n\n![sea](/api/media/$medium/640)\n\n```\ncode\n```\n", tags: ['C++', 'Rain'],
                                               category: 'sweets', excerpt: 'Two\nlines', status: 'published', cover_media_id: medium]).body
        def said = { String words, String parent = null ->
            author.post("/api/posts/$first.id/comments", [body_markdown: words] + (parent ? [parent_id: parent] : [:])).body.id as String
        }
        def thread = said('First *of all*.')
        def answer = said('An answer.', thread)
        said('Below an answer.', answer)
        author.delete("/api/comments/$answer")
        admin.post("/api/comments/${said('Rejected.')}/reject", [:])
        byHand(database, "update comment set author_id = null, guest = 'Büdi' where id = '${said('By a guest.')}'")
        author.patch("/api/posts/$first.id", [slug: 'moved'])
        def planned = author.post('/api/posts', [title: 'Planned']).body
        author.post("/api/posts/$planned.id/publish", [at: '2999-01-01T00:00:00Z'])
        def withdrawn = author.post('/api/posts', [title: 'Withdrawn', status: 'published']).body
        author.post("/api/posts/$withdrawn.id/unpublish", [:])
        def trashed = author.post('/api/posts', [title: 'Trashed', status: 'published']).body
        author.delete("/api/posts/$trashed.id")
        author.post('/api/posts', [title: 'Draft', body_markdown: ''])
        byHand(database, "update post set author_id = null where id = '$withdrawn.id'")

        when:
        def packed = export(admin)
        def boss = bossOf(elsewhere)
        def dry = bring(packed, '?dry_run=true', boss)
        def report = bring(packed, '', boss)
        def back = export(boss)

        then: "all of it"
        report.items*.kind.countBy { it }.subMap('medium', 'comment') == [medium: 3, comment: 5]
        dry.items*.outcome == report.items*.outcome
        report.format == 'beranda'
        report.refused == 0
        report.items.every { it.outcome == 'created' }
        names(back) == names(packed)
        contents(back) == contents(packed)
        back == packed

        and: "it is not only written down the same, it is the same"
        elsewhereVisitor().get('/api/posts/moved').body.subMap('id', 'title', 'excerpt', 'body_html', 'published_at', 'updated_at') ==
                visitor().get('/api/posts/moved').body.subMap('id', 'title', 'excerpt', 'body_html', 'published_at', 'updated_at')
        elsewhereVisitor().get('/api/posts/moved').body.author.username == 'ayu'
        elsewhereVisitor().get("/api/posts/moved/comments").body.items*.subMap('id', 'depth', 'status', 'body_markdown', 'guest_name', 'created_at') ==
                visitor().get("/api/posts/moved/comments").body.items*.subMap('id', 'depth', 'status', 'body_markdown', 'guest_name', 'created_at')
        elsewhereVisitor().get("/api/posts/moved/comments").body.items*.guest_name.count('Büdi') == 1
        elsewhereVisitor().download("/api/media/$medium/640.webp")[1] == visitor().download("/api/media/$medium/640.webp")[1]
        elsewhereVisitor().get("/api/media/$medium").body.alt == 'The "sea"'
        boss.get('/api/posts/planned').body.subMap('status', 'published_at') == admin.get('/api/posts/planned').body.subMap('status', 'published_at')
        elsewhereVisitor().get('/api/posts/planned').status == 404

        and: "to bring it once more, or back to where it came from, changes nothing"
        bring(packed, '', boss).items.every { it.outcome == 'unchanged' }
        bring(packed).items.every { it.outcome == 'unchanged' }
        export(boss) == packed
        export(admin) == packed
    }

    def "of many who bring the same at once, on two nodes, each thing is brought once: #round"() {
        given:
        def files = (1..10).collectEntries { ["r$round-${it}.md" as String, "---\ntitle: Race $round $it\ntags: [Race$round, T$it]\ncategory: Races $round\n---\nText $it" as String] }

        when:
        def answers = Crowd.of(10) { i ->
            def shuffled = i % 2 ? files : files.collect { it }.reverse().collectEntries { [it.key, it.value] }
            admin.at(nodes[i % 2].uri).postRaw(PATH, zip(shuffled), ZIP)
        }

        then:
        answers*.status.toSet() == [200] as Set
        answers*.body*.refused.sum() == 0
        answers*.body*.created.sum() == 10
        ask("select count(*)::int from post where title like 'Race $round %'") == 10
        ask("select count(*)::int from category where slug = 'races-$round'") == 1

        where:
        round << (1..3)
    }

    def "an export of WordPress is read, once and again"() {
        given:
        def feed = wordpress('''
            <wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>old-sweets</wp:category_nicename><wp:category_parent>old-food</wp:category_parent><wp:cat_name>Old sweets</wp:cat_name></wp:category>
            <wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>old-food</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Old food</wp:cat_name></wp:category>
            <item><title>Press one</title><dc:creator>boss</dc:creator><content:encoded><![CDATA[<p>Words with <strong>weight</strong>.</p><script>alert(1)</script>[gallery ids="1"]]]></content:encoded>
              <wp:post_id>1</wp:post_id><wp:post_date_gmt>2015-01-02 03:04:05</wp:post_date_gmt><wp:post_name>press-one</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
              <category domain="category" nicename="old-sweets">Old sweets</category><category domain="post_tag" nicename="pressed">Pressed</category>
              <wp:comment><wp:comment_id>11</wp:comment_id><wp:comment_author>Büdi</wp:comment_author><wp:comment_author_email>budi@secret.test</wp:comment_author_email>
                <wp:comment_author_IP>192.0.2.77</wp:comment_author_IP><wp:comment_date_gmt>2015-02-03 04:05:06</wp:comment_date_gmt><wp:comment_content>Well said.</wp:comment_content>
                <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
              <wp:comment><wp:comment_id>12</wp:comment_id><wp:comment_author>Citra</wp:comment_author><wp:comment_date_gmt>2015-02-04 04:05:06</wp:comment_date_gmt>
                <wp:comment_content>So it is.</wp:comment_content><wp:comment_approved>0</wp:comment_approved><wp:comment_parent>11</wp:comment_parent></wp:comment></item>
            <item><title>Press two</title><content:encoded>Private.</content:encoded><wp:post_id>2</wp:post_id><wp:post_name>press-two</wp:post_name><wp:status>private</wp:status><wp:post_type>post</wp:post_type></item>
            <item><title>A picture</title><wp:post_id>3</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>http://old.example/a.png</wp:attachment_url></item>''')

        when:
        def report = bring(feed)

        then:
        report.subMap('format', 'source') == [format: 'wordpress', source: 'wordpress:old.example']
        report.items*.subMap('kind', 'name', 'outcome') == [
                [kind: 'category', name: '1', outcome: 'created'], [kind: 'category', name: '2', outcome: 'created'], [kind: 'post', name: '1', outcome: 'created'],
                [kind: 'comment', name: '11', outcome: 'created'], [kind: 'comment', name: '12', outcome: 'created'],
                [kind: 'post', name: '2', outcome: 'created'], [kind: 'medium', name: '3', outcome: 'skipped']]
        report.items.last().errors*.code == ['media_elsewhere']
        def post = visitor().get('/api/posts/press-one').body
        post.published_at == '2015-01-02T03:04:05Z'
        post.body_html.contains('<strong>weight</strong>')
        !post.body_html.contains('alert')
        post.body_html.contains('[gallery ids=')
        post.category.slug == 'old-sweets'
        admin.get('/api/posts/press-two').body.status == 'draft'

        and: "what was said is there, of who said it only what they signed with"
        visitor().get("/api/posts/$post.id/comments").body.items*.subMap('guest_name', 'body_markdown', 'created_at', 'author') ==
                [[guest_name: 'Büdi', body_markdown: 'Well said.', created_at: '2015-02-03T04:05:06Z']]
        admin.get('/api/admin/comments?status=held').body.items.any { it.comment?.guest_name == 'Citra' || it.guest_name == 'Citra' }
        ask("select count(*)::int from comment where comment::text like '%secret.test%' or comment::text like '%192.0.2.77%'") == 0

        and:
        bring(feed).items.every { it.outcome in ['unchanged', 'skipped'] }
    }

    def "an export of Ghost is read, once and again"() {
        given:
        def file = JsonOutput.toJson([db: [[meta: [exported_on: 1], data: [
                posts: [[id: '1', uuid: 'g-1', title: 'Ghost one', slug: 'ghost-one', html: '<p>Boo <em>you</em>.</p>', status: 'published', visibility: 'public', published_at: '2016-01-02T03:04:05.000Z'],
                        [id: '2', uuid: 'g-2', title: 'Ghost two', slug: 'ghost-two', html: '<p>For those who pay.</p>', status: 'published', visibility: 'paid']],
                tags: [[id: 't', name: 'Haunted', slug: 'haunted']], posts_tags: [[post_id: '1', tag_id: 't', sort_order: 0]]]]]]).bytes

        when:
        def report = bring(file)

        then:
        report.format == 'ghost'
        report.items*.outcome == ['created'] * 3
        visitor().get('/api/posts/ghost-one').body.with { [it.body_markdown, it.tags*.name, it.published_at] } == ['Boo *you*.', ['Haunted'], '2016-01-02T03:04:05Z']
        visitor().get('/api/posts/ghost-two').status == 404
        report.items.find { it.slug == 'ghost-two' }.warnings*.code == ['not_public']

        and:
        bring(file).items.every { it.outcome == 'unchanged' }
    }

    def "what could not be kept at all stops nothing else"() {
        given:
        def post = { String name, Map more -> [id: name, uuid: name, title: name.replace('\u0000', ''), slug: name, html: '<p>x</p>', status: 'published', visibility: 'public'] + more }
        def file = JsonOutput.toJson([data: [posts: [
                post('odd-1', [published_at: '+300000-01-01T00:00:00Z', updated_at: '-200000-01-01T00:00:00Z']), post('odd\u00002', [:]), post('odd-3', [:])]]]).bytes

        expect:
        ['?dry_run=true', ''].each {
            assert bring(file, it).items*.outcome == ['created', 'refused', 'created']
        }
        visitor().get('/api/posts/odd-3').status == 200
    }

    def "a house's own file with names that are none is taken as far as it goes"() {
        given:
        def id = { int last -> "019d0000-0000-7000-8000-0000000f000$last" as String }
        def files = ['beranda.json': '{"format":"beranda-content","version":1}',
                     'tags.jsonl': ['odd\u0000tag', 'o' * 600, 'even-tag'].collect { JsonOutput.toJson([name: 'Tag ' + it.length(), slug: it]) + '\n' }.join(''),
                     'posts/p.md': "---\nid: ${id(1)}\ntitle: Even\nslug: even-post\nstatus: published\ncover: \"a\\0b\"\npublished_at: +99999-01-01T00:00:00Z\n---\n\nx" as String,
                     'comments.jsonl': [['', ''], ['x\u0000', ''], [id(1), 'x\u0000']].withIndex().collect { names, i ->
                         JsonOutput.toJson([id: id(i + 2), post: names[0], in_reply_to: names[1], guest_name: 'Budi', body_markdown: 'x', status: 'published', shown: true]) + '\n' }.join('')]

        expect:
        bring(files).items*.outcome == ['refused', 'refused', 'created', 'created', 'refused', 'refused', 'created']
    }

    def "a rehearsal does not stand in the way of whoever brings pictures of their own"() {
        given:
        def files = ['drill.md': '---\ntitle: Drill\ncover: drill.png\n---\n\n![x](drill.png)', 'drill.png': AvatarIT.picture(20, 20, 'png')]
        def uploading = database.connect(database.superuser())
        uploading.autoCommit = false
        DSL.using(uploading).fetch('select id from app_user for no key update')

        expect:
        CompletableFuture.supplyAsync { bring(files, '?dry_run=true') }.get(20, TimeUnit.SECONDS).items*.outcome == ['created'] * 2

        cleanup:
        uploading.rollback()
        uploading.close()
    }

    def "nothing that is only named in a file is ever fetched: #what"() {
        given:
        def listener = new ServerSocket(0, 50, InetAddress.loopbackAddress)
        def called = []
        Thread.startVirtualThread { try { while (true) { called << listener.accept() } } catch (IOException _) { return } }
        def here = "http://127.0.0.1:$listener.localPort"

        when:
        def answer = admin.postRaw(PATH, file(here) as byte[], ZIP)

        then:
        answer.status == status
        called == []

        cleanup:
        listener.close()

        where:
        what       | status | file
        'entity'   | 422    | { wordpress('<item><title>&x;</title></item>', "<!DOCTYPE rss [<!ENTITY x SYSTEM '$it/x'>]>") }
        'DTD'      | 422    | { wordpress('', "<!DOCTYPE rss SYSTEM '$it/x.dtd'>") }
        'pictures' | 200    | { wordpress("<item><title>Canary</title><content:encoded><![CDATA[<img src='$it/a.png'>]]></content:encoded><wp:post_id>77</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>") }
        'YAML'     | 200    | { zip('canary.md': "---\ntitle: Canary\nimage: $it/a.png\nx: !!java.net.URL ['$it/x']\n---\n![x]($it/b.png)") }
        'cover'    | 200    | { zip('canary2.md': "---\ntitle: Canary\nimage: $it/a.png\n---\n![x]($it/b.png)") }
        'Ghost'    | 200    | { JsonOutput.toJson([data: [posts: [[id: '9', title: 'Canary', html: "<img src='$it/a.png'>", feature_image: "$it/b.png", status: 'published']]]]).bytes }
    }

    private static byte[] wordpress(String items, String prolog = '') {
        """<?xml version="1.0" encoding="UTF-8"?>$prolog<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
            $items</channel></rss>""".getBytes('UTF-8')
    }

    def "what would harm is refused as a whole, and nothing of it is taken: #what"() {
        when:
        def answer = admin.postRaw(PATH, bytes(), ZIP)

        then:
        answer.status == status
        answer.body.code == code

        where:
        what           | bytes                                                                  || status | code
        'a bomb'       | { zip('a.md': '---\ntitle: x\n---\n', 'b.md': '0' * 30_000_000) }       || 422    | 'import_too_much'
        'half a ZIP'   | { Arrays.copyOf(zip('a.md': 'x' * 1000), 80) }                         || 422    | 'import_malformed'
        'words'        | { 'Hello'.bytes }                                                      || 422    | 'import_format_unknown'
        'nothing'      | { new byte[0] }                                                        || 400    | 'bad_request'
        'too large'    | { new byte[3_200_000] }                                                || 413    | 'payload_too_large'
    }

    def "a name that leads elsewhere leads nowhere"() {
        when:
        def report = bring(['../../evil.md': '---\ntitle: Evil\n---\nx', '/etc/cron.d/evil.md': '---\ntitle: Evil\n---\nx', 'good.md': '---\ntitle: Good and well\n---\nx'])

        then:
        outcomes(report) == ['../../evil.md': 'refused', '/etc/cron.d/evil.md': 'refused', 'good.md': 'created']
        report.items[0].errors*.code == ['import_entry_outside']
    }

    def "nothing is left where it waited"() {
        given:
        bring(['spooled.md': "---\ntitle: Spooled\n---\n${(1..20_000).collect { UUID.randomUUID() as String }.join(' ').take(190_000)}" as String])
        export(admin)

        expect:
        folder.resolve('spool').toFile().list().length == 0
    }

    def "as the file of a form it comes, too"() {
        given:
        def file = zip('form.md': '---\ntitle: By form\n---\nx')
        def form = new ByteArrayOutputStream()
        form << '--x1\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\nContent-Type: application/zip\r\n\r\n'.bytes
        form << file
        form << '\r\n--x1--\r\n'.bytes

        expect:
        admin.postRaw(PATH, form.toByteArray(), ['Content-Type': 'multipart/form-data; boundary=x1']).body.created == 1
        admin.postRaw(PATH, 'x'.bytes, ['Content-Type': 'multipart/form-data; boundary=x1']).body.code == 'malformed_form'
    }

    def "whatever it is said to be, it is what it is: #type"() {
        expect:
        admin.postRaw(PATH, zip('typed.md': '---\ntitle: Typed\n---\nx'), type ? ['Content-Type': type] : [:]).body.format == 'markdown'
        admin.postRaw("$PATH/?dry_run=true", '{"data":{"posts":[]}}'.bytes, type ? ['Content-Type': type] : [:]).body.format == 'ghost'

        where:
        type << ['application/x-www-form-urlencoded', 'application/json', 'text/xml', 'application/octet-stream', 'application/x-unheard-of', null]
    }

    def "it is said in the language of whoever asks, and what is wrong with the wish is, too"() {
        when:
        def report = admin.postRaw("$PATH?dry_run=true", zip('a.md': 'x'), ZIP + ['Accept-Language': 'id']).body

        then:
        report.items[0].errors[0].message.contains('bukan tulisan')

        expect:
        admin.postRaw("$PATH?dry_run=maybe&source=%20", zip('a.md': 'x'), ZIP).flaws == [dry_run: ['not_boolean'], source: ['source_invalid']]
        admin.postRaw("$PATH?dryrun=true", zip('a.md': 'x'), ZIP).body.code == 'unknown_field'
    }

    def "who does not look after the house neither brings nor takes anything"() {
        given:
        def somebody = visitor()
        somebody.access = somebody.post('/api/auth/login', somebody.register().subMap('email', 'password')).body.access

        expect:
        somebody.get('/api/admin/export').status == 403
        visitor().get('/api/admin/export').status == 401
        somebody.postRaw(PATH, new byte[2_000_000], ZIP).status == 403
        visitor().postRaw(PATH, new byte[10], ZIP).status == 401
    }

    private Visitor visitor(int node = 0) {
        admin.at(nodes[node].uri).with { it.access = null; it }
    }

    private Visitor elsewhereVisitor() {
        admin.at(elsewhere.uri).with { it.access = null; it }
    }

    private Visitor bossOf(Town.Node node) {
        def boss = new Visitor(node.uri, JourneySpecification.description(nodes[0].uri))
        boss.access = boss.post('/api/auth/login', [email: 'boss@example.com', password: PASSWORD]).body.access
        boss
    }

    private Map bring(Map<String, ?> files, String query = '', Visitor by = admin) {
        bring(zip(files), query, by)
    }

    private Map bring(byte[] file, String query = '', Visitor by = admin) {
        def answer = by.postRaw("$PATH$query", file, ZIP)
        assert answer.status == 200: answer
        answer.body as Map
    }

    static byte[] export(Visitor by) {
        def answer = by.get('/api/admin/export')
        assert answer.status == 200: answer
        by.download('/api/admin/export')[1] as byte[]
    }

    static byte[] zip(Map<String, ?> files) {
        def out = new ByteArrayOutputStream()
        new ZipOutputStream(out).withCloseable { zip ->
            files.each { name, content ->
                zip.putNextEntry(new ZipEntry(name as String))
                zip.write(content instanceof byte[] ? content : content.toString().getBytes('UTF-8'))
                zip.closeEntry()
            }
        }
        out.toByteArray()
    }

    private static Map<String, String> contents(byte[] zip) {
        def contents = [:]
        new ZipInputStream(new ByteArrayInputStream(zip)).withCloseable { input ->
            for (def entry = input.nextEntry; entry != null; entry = input.nextEntry) {
                contents[entry.name] = new String(input.readAllBytes(), 'ISO-8859-1')
            }
        }
        contents
    }

    private static List<String> names(byte[] zip) {
        contents(zip).keySet() as List
    }

    private static Map<String, String> outcomes(Map report) {
        report.items.collectEntries { [it.name, it.outcome] }
    }

    private int events(String type) {
        ask("select count(*)::int from outbox where type = '$type'") as int
    }

    private Object ask(String question) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValue(question) }
    }

    private static void byHand(TestDatabase database, String statement) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).execute(statement) }
    }}
