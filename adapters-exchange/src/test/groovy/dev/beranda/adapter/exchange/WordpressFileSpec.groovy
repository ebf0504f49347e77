package dev.beranda.adapter.exchange

import dev.beranda.application.exchange.Format
import dev.beranda.application.exchange.Parcel
import dev.beranda.application.exchange.Parcel.Article
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.CategoryCard
import dev.beranda.application.exchange.Parcel.CommentCard
import dev.beranda.application.exchange.Parcel.Piece
import dev.beranda.application.exchange.Parcel.Standing
import dev.beranda.application.exchange.Parcel.Status
import dev.beranda.application.exchange.Parcel.TagCard
import dev.beranda.application.exchange.Unpacker.Unpacking
import java.time.Instant
import java.util.function.Consumer
import spock.lang.Specification

class WordpressFileSpec extends Specification {

    static final ITEM = '''
        <item>
          <title><![CDATA[Rain &amp; <b>sun</b>]]></title>
          <link>https://old.example/2019/05/rain/</link>
          <dc:creator><![CDATA[ayu]]></dc:creator>
          <content:encoded><![CDATA[<p>It <em>rains</em>.</p>]]></content:encoded>
          <excerpt:encoded><![CDATA[Wet.]]></excerpt:encoded>
          <wp:post_id>7</wp:post_id>
          <wp:post_date><![CDATA[2019-05-04 10:02:01]]></wp:post_date>
          <wp:post_date_gmt><![CDATA[2019-05-04 03:02:01]]></wp:post_date_gmt>
          <wp:post_modified_gmt><![CDATA[2020-01-01 00:00:00]]></wp:post_modified_gmt>
          <wp:post_name><![CDATA[%e9%9b%a8-rain]]></wp:post_name>
          <wp:status><![CDATA[publish]]></wp:status>
          <wp:post_type><![CDATA[post]]></wp:post_type>
          <wp:post_password></wp:post_password>
          <category domain="category" nicename="sweets"><![CDATA[Sweets]]></category>
          <category domain="category" nicename="food"><![CDATA[Food &amp; drink]]></category>
          <category domain="post_tag" nicename="wet"><![CDATA[Wet]]></category>
          <category domain="post_format" nicename="aside"><![CDATA[Aside]]></category>
        </item>'''

    def "a post is read with all that belongs to it"() {
        given:
        def goods = open(feed(ITEM))
        def article = parcels(goods).find { it instanceof Article } as Article

        expect:
        goods.format() == Format.WORDPRESS
        goods.site() == 'old.example/blog'
        article.with { [label().name(), title(), slug(), excerpt(), status(), tags(), category()] } ==
                ['7', 'Rain & sun', '雨-rain', 'Wet.', Status.PUBLISHED, ['Wet', 'Food & drink'], 'sweets']
        article.label().line() > 10
        article.byline() == new Byline.Named(['ayu@example.com', 'ayu'])
        article.publishedAt() == Instant.parse('2019-05-04T03:02:01Z')
        article.updatedAt() == Instant.parse('2020-01-01T00:00:00Z')
        article.body() == [new Piece.Words('It *rains*.')]
        article.remarks() == []
    }

    def "the addresses a post had before lead to it here, too"() {
        given:
        def notes = ['_wp_old_slug': '%e9%9b%a8', '_edit_last': '1', '_wp_old_date': '2019-05-01'].collect { meta(it.key, it.value) } +
                meta('_wp_old_slug', 'first-rain') + meta('_wp_old_slug', 'first-rain')
        def article = parcels(open(feed(ITEM.replace('</item>', notes.join('') + '</item>')))).find { it instanceof Article } as Article

        expect:
        article.slug() == '雨-rain'
        article.formerSlugs() == ['雨', 'first-rain']
        article.remarks() == []
    }

    private static String meta(String key, String value) {
        "<wp:postmeta><wp:meta_key><![CDATA[$key]]></wp:meta_key><wp:meta_value><![CDATA[$value]]></wp:meta_value></wp:postmeta>"
    }

    def "shelves come before those that stand in them, tags before posts"() {
        given:
        def parcels = parcels(open(feed(ITEM)))

        expect:
        parcels.findAll { it instanceof CategoryCard }.collect { [it.name(), it.slug(), it.parent()] } == [['Food & drink', 'food', ''], ['Sweets', 'sweets', 'food']]
        parcels.findAll { it instanceof TagCard }*.name() == ['Wet']
        parcels*.class*.simpleName == ['CategoryCard', 'CategoryCard', 'TagCard', 'Article']
    }

    def "what was said to it is read with who said it, and nothing more of them"() {
        given:
        def comments = [
                comment(3, '2020-01-03 00:00:00', parent: 2, content: 'Third.', author: 'Citra'),
                comment(1, '2020-01-01 00:00:00', content: "First.\\nLine <b>two</b>", author: 'Budi &amp; co', email: 'budi@secret.test', ip: '192.0.2.77'),
                comment(2, '2020-01-02 00:00:00', parent: 1, content: 'Second.', author: 'Ayu', user: 1),
                comment(4, '2020-01-04 00:00:00', approved: '0'), comment(5, '2020-01-05 00:00:00', approved: 'spam'), comment(6, '2020-01-06 00:00:00', approved: 'trash'),
                comment(7, '2020-01-07 00:00:00', type: 'pingback')].join('').replace('\\n', '\n')
        def cards = parcels(open(feed(ITEM.replace('</item>', comments + '</item>')))).findAll { it instanceof CommentCard } as List<CommentCard>

        expect:
        cards*.label()*.name() == ['1', '2', '3', '4', '5', '6']
        cards*.post() == ['7'] * 6
        cards*.answers() == ['', '1', '2', '', '', '']
        cards*.guest().take(3) == ['Budi & co', 'Ayu', 'Citra']
        cards*.byline().take(3) == [new Byline.Nobody(), new Byline.Named(['ayu@example.com', 'ayu']), new Byline.Nobody()]
        cards*.standing() == [Standing.PUBLISHED] * 3 + [Standing.HELD, Standing.SPAM, Standing.REJECTED]
        cards[0].text() == 'First.\\\nLine **two**'
        cards[0].writtenAt() == Instant.parse('2020-01-01T00:00:00Z')
        !cards.toString().contains('secret.test')
        !cards.toString().contains('192.0.2.77')
    }

    private static String comment(Map<String, ?> wishes = [:], int id, String at) {
        """<wp:comment><wp:comment_id>$id</wp:comment_id><wp:comment_author><![CDATA[${wishes.author ?: 'Somebody'}]]></wp:comment_author>
            <wp:comment_author_email>${wishes.email ?: ''}</wp:comment_author_email><wp:comment_author_IP>${wishes.ip ?: ''}</wp:comment_author_IP>
            <wp:comment_date_gmt>$at</wp:comment_date_gmt><wp:comment_content><![CDATA[${wishes.content ?: 'Words.'}]]></wp:comment_content>
            <wp:comment_approved>${wishes.approved ?: '1'}</wp:comment_approved><wp:comment_type>${wishes.type ?: 'comment'}</wp:comment_type>
            <wp:comment_parent>${wishes.parent ?: 0}</wp:comment_parent><wp:comment_user_id>${wishes.user ?: 0}</wp:comment_user_id></wp:comment>"""
    }

    def "how far it had come: #status"() {
        given:
        def item = ITEM.replace('<![CDATA[publish]]>', status).replace('<wp:post_password>', "<wp:post_password>$password")
        def article = parcels(open(feed(item))).find { it instanceof Article } as Article

        expect:
        article.status() == read
        (article.trashedAt() != null) == trashed
        article.remarks()*.flaw()*.code() == remarks

        where:
        status       | password || read             | trashed | remarks
        'publish'    | ''       || Status.PUBLISHED | false   | []
        'publish'    | 'secret' || Status.DRAFT     | false   | ['not_public']
        'future'     | ''       || Status.PUBLISHED | false   | []
        'draft'      | ''       || Status.DRAFT     | false   | []
        'pending'    | ''       || Status.DRAFT     | false   | []
        'auto-draft' | ''       || Status.DRAFT     | false   | []
        'private'    | ''       || Status.DRAFT     | false   | ['not_public']
        'trash'      | ''       || Status.DRAFT     | true    | []
    }

    def "what there is no place for is left out and said, or is nothing anybody wrote"() {
        given:
        def others = ['attachment', 'page', 'nav_menu_item', 'revision'].collect { ITEM.replace('<![CDATA[post]]>', it) }

        expect:
        parcels(open(feed(others.join('')))).findAll { it instanceof Parcel.Leftover }*.why()*.code() == ['media_elsewhere', 'page_left_out']
    }

    def "one that is too long stops no other"() {
        given:
        def parcels = parcels(open(feed(ITEM.replace('<p>It <em>rains</em>.</p>', 'x' * 1_100_000) + ITEM)))

        expect:
        parcels.findAll { it.label().name() == '7' }*.class*.simpleName == ['Wreck', 'Article']
    }

    def "nothing is fetched and nothing grows: #what"() {
        given:
        def listener = new ServerSocket(0, 5, InetAddress.loopbackAddress)
        def called = Thread.startVirtualThread { try { listener.accept() } catch (IOException _) { return } }

        when:
        def answer = new ContentUnpacker().open(Zips.cargo(feed(ITEM, prolog.replace('PORT', listener.localPort as String)).getBytes('UTF-8')))
        if (answer instanceof Unpacking.Opened) {
            parcels(answer.goods())
        }

        then:
        (answer as Unpacking.Unreadable).flaw().code() == 'import_malformed'
        called.alive

        cleanup:
        listener.close()

        where:
        what               | prolog
        'external entity'  | '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:PORT/x">]>'
        'external DTD'     | '<!DOCTYPE rss SYSTEM "http://127.0.0.1:PORT/x.dtd">'
        'parameter entity' | '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:PORT/x"> %x;]>'
        'a file'           | '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        'billion laughs'   | '<!DOCTYPE rss [<!ENTITY a "' + 'ha' * 100 + '">' + ('b'..'i').collect { "<!ENTITY $it \"${"&${(char) ((it as char) - 1)};" * 10}\">" }.join('') + ']>'
    }

    def "what cannot be read to its end, or is too much, is refused as a whole: #what"() {
        expect:
        (new ContentUnpacker(new Bounds(20, 1, 1, 1, 1)).open(Zips.cargo(bytes)) as Unpacking.Unreadable).flaw().code() == code

        where:
        what           | bytes                                                            || code
        'cut off'      | feed(ITEM).take(1500).getBytes('UTF-8')                          || 'import_malformed'
        'not closed'   | feed('<item><title>x</item>').getBytes('UTF-8')                  || 'import_malformed'
        'no entity'    | feed('<item><title>&nope;</title></item>').getBytes('UTF-8')     || 'import_malformed'
        'not UTF-8'    | feed('<item><title>\u00e9</title></item>').getBytes('ISO-8859-1') || 'import_malformed'
        'another feed' | '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'.bytes         || 'import_format_unknown'
        'a page'       | '<html><body>x</body></html>'.bytes                               || 'import_format_unknown'
        'too deep'     | feed('<item>' + '<a>' * 50 + '</a>' * 50 + '</item>').bytes       || 'import_too_much'
        'very deep'    | feed('<item>' + '<a>' * 100_000).bytes                            || 'import_too_much'
        'a long name'  | feed("<wp:tag><wp:tag_name>${'x' * 30_000}</wp:tag_name></wp:tag>").bytes       || 'import_too_much'
        'too many'     | feed('<item/>' * 30).bytes                                        || 'import_too_much'
        'one long'     | feed("<item><title><![CDATA[${'x' * 5_000_000}]]></title></item>").bytes || 'import_too_much'
    }

    private static String feed(String items, String prolog = '') {
        """<?xml version="1.0" encoding="UTF-8" ?>
        $prolog
        <!-- made by the tests -->
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
          <title>Old house</title>
          <wp:wxr_version>1.2</wp:wxr_version>
          <wp:base_blog_url>https://old.example/blog/</wp:base_blog_url>
          <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ayu]]></wp:author_login><wp:author_email><![CDATA[ayu@example.com]]></wp:author_email></wp:author>
          <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>sweets</wp:category_nicename><wp:category_parent>food</wp:category_parent><wp:cat_name><![CDATA[Sweets]]></wp:cat_name></wp:category>
          <wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>food</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Food &amp; drink]]></wp:cat_name></wp:category>
          <wp:tag><wp:term_id>4</wp:term_id><wp:tag_slug>wet</wp:tag_slug><wp:tag_name><![CDATA[Wet]]></wp:tag_name></wp:tag>
          $items
        </channel></rss>""".stripIndent().strip()
    }

    private static open(String feed) {
        (new ContentUnpacker().open(Zips.cargo(feed.getBytes('UTF-8'))) as Unpacking.Opened).goods()
    }

    private static List<Parcel> parcels(goods) {
        def parcels = []
        goods.each({ parcels << it } as Consumer)
        parcels
    }
}
