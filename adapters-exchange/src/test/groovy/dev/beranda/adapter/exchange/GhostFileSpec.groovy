package dev.beranda.adapter.exchange

import dev.beranda.application.exchange.Format
import dev.beranda.application.exchange.Parcel
import dev.beranda.application.exchange.Parcel.Article
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.Piece
import dev.beranda.application.exchange.Parcel.Status
import dev.beranda.application.exchange.Parcel.TagCard
import dev.beranda.application.exchange.Unpacker.Unpacking
import groovy.json.JsonOutput
import java.time.Instant
import java.util.function.Consumer
import spock.lang.Specification

class GhostFileSpec extends Specification {

    static final POST = [id: '5f1', uuid: 'a1b2', title: 'Rain', slug: 'rain', html: '<p>It <strong>rains</strong> at <a href="__GHOST_URL__/x">x</a>.</p>',
                         status: 'published', type: 'post', visibility: 'public', created_at: '2019-05-04T03:02:01.000Z', updated_at: '2019-05-05T03:02:01.000Z',
                         published_at: '2019-05-04T04:00:00.000Z', custom_excerpt: 'Wet.', featured: 0, mobiledoc: null, author_id: '1']

    def "a post is read with all that belongs to it, in whatever order the tables stand"() {
        given:
        def data = [posts: [POST], posts_tags: [[post_id: '5f1', tag_id: 't2', sort_order: 1], [post_id: '5f1', tag_id: 't1', sort_order: 0], [post_id: '5f1', tag_id: 't3', sort_order: 2]],
                    tags: [[id: 't1', name: 'Weather', slug: 'weather'], [id: 't2', name: 'City', slug: 'city'], [id: 't3', name: '#intern', slug: 'hash-intern', visibility: 'internal']],
                    users: [[id: '1', slug: 'ayu', email: 'ayu@example.com'], [id: '2', slug: 'budi', email: 'budi@example.com']],
                    posts_authors: [[post_id: '5f1', author_id: '2', sort_order: 1], [post_id: '5f1', author_id: '1', sort_order: 0]]]
        def goods = open(data)
        def parcels = parcels(goods)
        def article = parcels.find { it instanceof Article } as Article

        expect:
        goods.format() == Format.GHOST
        parcels*.class == [TagCard, TagCard, Article]
        article.with { [label().name(), title(), slug(), excerpt(), status(), tags()] } == ['a1b2', 'Rain', 'rain', 'Wet.', Status.PUBLISHED, ['Weather', 'City']]
        article.byline() == new Byline.Named(['ayu@example.com', 'ayu', 'budi@example.com', 'budi'])
        article.publishedAt() == Instant.parse('2019-05-04T04:00:00Z')
        article.createdAt() == Instant.parse('2019-05-04T03:02:01Z')
        article.body() == [new Piece.Words('It **rains** at [x](/x).')]
    }

    def "how far it had come: #wishes"() {
        given:
        def article = parcels(open([posts: [POST + wishes]])).first() as Article

        expect:
        article.status() == status
        article.remarks()*.flaw()*.code() == remarks

        where:
        wishes                       || status           | remarks
        [:]                          || Status.PUBLISHED | []
        [status: 'draft']            || Status.DRAFT     | []
        [status: 'scheduled']        || Status.PUBLISHED | []
        [status: 'sent']             || Status.DRAFT     | ['not_public']
        [visibility: 'members']      || Status.DRAFT     | ['not_public']
        [visibility: 'paid']         || Status.DRAFT     | ['not_public']
        [feature_image: 'x.png']     || Status.PUBLISHED | ['media_elsewhere']
    }

    def "the text is where it is: #wishes"() {
        expect:
        (parcels(open([posts: [POST + wishes]])).first() as Article).body() == [new Piece.Words(text)]

        where:
        wishes                                                                                                        || text
        [mobiledoc: '{"version":"0.3.1","cards":[["markdown",{"markdown":"# As *written*"}]],"sections":[[10,0]]}']   || '# As *written*'
        [mobiledoc: '{"cards":[["card-markdown",{"markdown":"Old"}]],"sections":[[10,0]]}']                           || 'Old'
        [mobiledoc: '{"cards":[["image",{}]],"sections":[[10,0]]}', html: '<p>As shown</p>']                          || 'As shown'
        [mobiledoc: 'broken', html: '<p>As shown</p>']                                                                || 'As shown'
        [html: null, markdown: 'Very *old*']                                                                          || 'Very *old*'
        [html: null, lexical: '{"root":{"children":[]}}']                                                             || ''
        [html: null, lexical: '{"root":{"children":[{"x":1}]}}', plaintext: 'Words']                                  || 'Words'
    }

    def "a time that no calendar goes to is none: #time"() {
        given:
        def article = parcels(open([posts: [POST + [published_at: time, created_at: time, updated_at: time]]])).first() as Article

        expect:
        [article.publishedAt(), article.createdAt(), article.updatedAt()] == [null] * 3

        where:
        time << ['+300000-01-01T00:00:00Z', '-4800-01-01T00:00:00Z', '+1000000000-12-31T23:59:59Z', '+10000-01-01T00:00:00Z']
    }

    def "pages are left out, what cannot be read is said to be, and neither stops the rest"() {
        given:
        def parcels = parcels(open([posts: [POST + [type: 'page'], POST + [html: null, lexical: '{"root":{"children":[{"x":1}]}}'], POST]]))

        expect:
        parcels*.class == [Parcel.Leftover, Parcel.Wreck, Article]
    }

    def "what cannot be read to its end, or is too much, is refused as a whole: #what"() {
        expect:
        (new ContentUnpacker(new Bounds(10, 1, 1, 1, 1)).open(Zips.cargo(bytes.getBytes('UTF-8'))) as Unpacking.Unreadable).flaw().code() == code

        where:
        what          | bytes                                                         || code
        'cut off'     | '{"db":[{"data":{"posts":[{"id":"1"'                          || 'import_malformed'
        'other JSON'  | '{"hello":"world"}'                                           || 'import_format_unknown'
        'trailing'    | '{"db":[{"data":{"posts":[]}}]} x'                            || 'import_malformed'
        'twice'       | '{"db":[{"data":{"posts":[{"id":"1","id":"2"}]}}]}'           || 'import_malformed'
        'too deep'    | '{"db":[{"data":{"posts":[' + '{"a":' * 5000                  || 'import_malformed'
        'deep aside'  | '{"x":' + '[' * 100_000                                       || 'import_malformed'
        'one long'    | '{"db":[{"data":{"posts":[{"id":"' + 'x' * 9_000_000 + '"}]}}]}' || 'import_malformed'
        'large rows'  | '{"data":{"posts":[{"x":[' + (['"' + 'x' * 100_000 + '"'] * 200).join(',') + ']}]}}' || 'import_too_much'
        'many values' | '{"data":{"posts":[{"x":[' + (['1'] * 600_000).join(',') + ']}]}}' || 'import_too_much'
        'long names'  | '{"data":{"posts":[{' + (1..20_000).collect { '"' + 'x' * 990 + it + '":1' }.join(',') + '}]}}' || 'import_too_much'
        'too many'    | '{"data":{"tags":[' + (['{}'] * 20).join(',') + ']}}'         || 'import_too_much'
    }

    def "what has to be held while the rest is read is only so much: #what"() {
        expect:
        (new ContentUnpacker().open(Zips.cargo(('{"data":{"' + table + '":[' + rows.collect { JsonOutput.toJson(it) }.join(',') + ']}}').getBytes('UTF-8'))) as Unpacking.Unreadable)
                .flaw().code() == 'import_too_much'

        where:
        what              | table           | rows
        'a long name'     | 'tags'          | [[id: '1', name: 'x' * 20_000]]
        'a long address'  | 'users'         | [[id: '1', email: 'x' * 20_000]]
        'a long link'     | 'posts_tags'    | [[post_id: 'x' * 20_000, tag_id: '1']]
        'a long author'   | 'posts_authors' | [[post_id: '1', author_id: 'x' * 20_001]]
        'many tags'       | 'tags'          | (1..20_001).collect { [id: it as String] }
        'many people'     | 'users'         | (1..20_001).collect { [id: it as String] }
        'many long links' | 'posts_tags'    | (1..1_000).collect { [post_id: it as String, tag_id: 'x' * 19_000] }
    }

    def "what is not kept of a row may be long"() {
        expect:
        parcels(open([posts: [POST], tags: [[id: '1', name: 'Rain', slug: 'rain', description: 'x' * 30_000, meta: ['y' * 30_000]]]]))*.class == [TagCard, Article]
    }

    private static open(Map data) {
        (new ContentUnpacker().open(Zips.cargo(JsonOutput.toJson([db: [[meta: [version: '5.0'], data: data]]]).getBytes('UTF-8'))) as Unpacking.Opened).goods()
    }

    private static List<Parcel> parcels(goods) {
        def parcels = []
        goods.each({ parcels << it } as Consumer)
        parcels
    }
}
