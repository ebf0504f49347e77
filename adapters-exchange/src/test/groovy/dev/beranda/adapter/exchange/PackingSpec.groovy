package dev.beranda.adapter.exchange

import dev.beranda.application.exchange.Format
import dev.beranda.application.exchange.Parcel
import dev.beranda.application.exchange.Parcel.Article
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.CategoryCard
import dev.beranda.application.exchange.Parcel.CommentCard
import dev.beranda.application.exchange.Parcel.Label
import dev.beranda.application.exchange.Parcel.MediumCard
import dev.beranda.application.exchange.Parcel.Piece
import dev.beranda.application.exchange.Parcel.PrintFile
import dev.beranda.application.exchange.Parcel.Standing
import dev.beranda.application.exchange.Parcel.Status
import dev.beranda.application.exchange.Parcel.TagCard
import dev.beranda.application.exchange.Unpacker.Unpacking
import dev.beranda.domain.exchange.Kind
import dev.beranda.domain.shared.Flaw
import java.time.Instant
import java.util.function.Consumer
import java.util.function.Supplier
import spock.lang.Specification

class PackingSpec extends Specification {

    static final THEN = Instant.parse('2026-01-02T03:04:05.678901Z')

    static final MANIFEST = '{"format":"beranda-content","version":1}'

    static final CONTENT = [
            new CategoryCard(label(Kind.CATEGORY, 1), id(1), 'Makanan & minuman', 'food', ['eten'], '', THEN),
            new CategoryCard(label(Kind.CATEGORY, 2), id(2), '甜品', 'sweets', [], 'food', THEN),
            new TagCard(new Label(Kind.TAG, 'c-plus-plus', '', 0), 'C++ "and" \\', 'c-plus-plus', ['cpp'], ['cplusplus'], THEN),
            medium(8, 'A view: "sea"', new Byline.Named(['ayu'])),
            medium(9, '', new Byline.Nobody()),
            article(4, 'everything', title: 'A "quoted": title # with \\ and 🌧', former: ['one', 'two'], body: '---\n# Rain\n\n"x": [y]\n---\n\nEnd\n\n', excerpt: "Two\nlines: 'it'",
                    status: Status.PUBLISHED, published: THEN, byline: new Byline.Named(['ayu']), tags: ['C++ "and" \\', 'null', '- x'], category: 'sweets', cover: id(9) as String),
            article(5, 'nothing', body: '', byline: new Byline.Nobody()),
            article(6, 'blank', body: '\n\n  indented\n', status: Status.WITHDRAWN, published: THEN, trashed: THEN),
            article(7, 'true', title: 'true', tags: ['true', '007', '~']),
            new CommentCard(label(Kind.COMMENT, 10), id(10), id(4) as String, '', new Byline.Named(['ayu']), '', 'So *true*.\n\n"x"', Standing.PUBLISHED, '', true, THEN, THEN),
            new CommentCard(label(Kind.COMMENT, 11), id(11), id(4) as String, id(10) as String, new Byline.Nobody(), 'Büdi 🌧', 'Held.', Standing.HELD, 'reports', true, THEN, THEN.plusSeconds(1)),
            new CommentCard(label(Kind.COMMENT, 12), id(12), id(4) as String, id(11) as String, new Byline.Nobody(), '', '', Standing.DELETED, '', true, THEN, THEN),
    ]

    def "what was packed is unpacked as it was"() {
        given:
        def opened = new ContentUnpacker().open(Zips.cargo(pack(CONTENT))) as Unpacking.Opened

        expect:
        opened.goods().format() == Format.BERANDA
        [unpacked(opened), CONTENT].transpose().every { come, gone -> same(at(come), gone) }
        unpacked(opened).size() == CONTENT.size()
    }

    def "the same content is the same bytes, whenever it is packed"() {
        expect:
        pack(CONTENT) == pack(CONTENT)
        pack(CONTENT) != pack(CONTENT.take(3))
        pack([]).length > 0
    }

    def "a fingerprint tells any change, and not where in the file it stood"() {
        given:
        def everything = CONTENT.find { it instanceof Article } as Article
        def unpacker = new ContentUnpacker()

        expect:
        unpacker.fingerprint(everything) == unpacker.fingerprint(at(everything, 'elsewhere', 12))
        CONTENT.collect { unpacker.fingerprint(it) }.toSet().size() == CONTENT.size()
        unpacker.fingerprint(article(8, 'x', tags: ['a', 'b'])) != unpacker.fingerprint(article(8, 'x', tags: ['ab']))
    }

    def "one that is broken is said to be, with its line, and stops no other"() {
        given:
        def opened = new ContentUnpacker().open(Zips.cargo(
                'beranda.json': '{"format":"beranda-content","version":1}',
                'tags.jsonl': '{"name":"a","slug":"a"}\n{"id":\n{"name":"x"}\n{"name":"b","slug":"b"} x\n',
                'posts/a.md': 'No front matter.',
                'posts/b.md': '---\ntitle: x\nstatus: draft\n---\n',
                'posts/c.md': "---\nid: ${id(1)}\ntitle: x\nstatus: sold\n---\n",
                'posts/d.md': "---\nid: ${id(2)}\ntitle: x\nstatus: draft\n---\n")) as Unpacking.Opened

        expect:
        unpacked(opened).collect { [it.label().place(), it.label().line(), it instanceof Parcel.Wreck ? it.flaw().code() : 'read'] } == [
                ['tags.jsonl', 1, 'read'], ['tags.jsonl', 2, 'import_entry_broken'], ['tags.jsonl', 3, 'import_entry_broken'],
                ['tags.jsonl', 4, 'import_entry_broken'], ['posts/a.md', 1, 'front_matter_missing'], ['posts/b.md', 1, 'id_invalid'],
                ['posts/c.md', 1, 'status_unknown'], ['posts/d.md', 1, 'read']]
    }

    def "a line without anything ends no list"() {
        given:
        def opened = new ContentUnpacker().open(Zips.cargo('beranda.json': MANIFEST, 'tags.jsonl': '{"name":"a","slug":"a"}\n\n{"name":"b","slug":"b"}\r\n \n')) as Unpacking.Opened

        expect:
        unpacked(opened).collect { [it.name(), it.label().line()] } == [['a', 1], ['b', 3]]
    }

    def "there are no more lines than things"() {
        given:
        def unpacker = new ContentUnpacker(new Bounds(5, 1_000_000, 1_000_000, 1_000_000, 200))
        def file = { int tags, int comments -> Zips.cargo('beranda.json': MANIFEST, 'tags.jsonl': '\n' * tags, 'comments.jsonl': '{}\n' * comments) }

        expect:
        unpacked(unpacker.open(file(2, 3)) as Unpacking.Opened).size() == 3
        unpacker.open(file(3, 3)) == new Unpacking.Unreadable(new Flaw('import_too_much'))
    }

    def "a list that cannot be read to its end is said to be broken: #what"() {
        given:
        def zip = Zips.of('beranda.json': MANIFEST, 'tags.jsonl': content)
        def opened = new ContentUnpacker().open(Zips.cargo(Zips.forged(zip, 'tags.jsonl', forgery))) as Unpacking.Opened

        expect:
        with(unpacked(opened).last() as Parcel.Wreck) {
            flaw().code() == 'import_entry_broken'
            label().name() == 'tags.jsonl'
        }

        where:
        what                       | content                                                    | forgery
        'more than it says it is'  | '{"name":"a","slug":"a"}\n' * 5000                         | { it.putInt(24, 100) }
        'it lies elsewhere'        | '{"name":"a","slug":"a"}\n'                                | { it.putInt(42, 0x7fff_0000) }
        'it lies in another file'  | '{"name":"a","slug":"a"}\n'                                | { it.putInt(42, 7) }
        'a line that has no end'   | '{"name":"a","slug":"a"}\n' + hex(600_000)                  | {}
        'bytes that are no letter' | [0x7b, 0xff, 0x7d] as byte[]                               | {}
    }

    def "what is nothing that is known is said to be that: #what"() {
        expect:
        (new ContentUnpacker().open(Zips.cargo(bytes)) as Unpacking.Unreadable).flaw().code() == code

        where:
        what            | bytes                                                      || code
        'words'         | 'Hello.'.bytes                                             || 'import_format_unknown'
        'a picture'     | [0xff, 0xd8, 0xff, 0xe0] as byte[]                         || 'import_format_unknown'
        'other ZIP'     | Zips.of('a.txt': 'x')                                      || 'import_format_unknown'
        'empty ZIP'     | Zips.of([:])                                               || 'import_format_unknown'
        'half a ZIP'    | Arrays.copyOf(Zips.of('a.md': 'x' * 99), 60)               || 'import_malformed'
        'later version' | Zips.of('beranda.json': '{"format":"beranda-content","version":2}') || 'import_version_unknown'
        'no manifest'   | Zips.of('beranda.json': '{"format":')                      || 'import_malformed'
    }

    /** Which does not pack so small that nobody would look at it. */
    private static String hex(int bytes) {
        def random = new byte[bytes]
        new Random(7).nextBytes(random)
        random.encodeHex() as String
    }

    private static MediumCard medium(long number, String alt, Byline owner) {
        def prints = [[320, 'jpeg'], [320, 'webp'], [640, 'jpeg']].collect { width, format ->
            def bytes = "bytes of $number, $width $format".getBytes('UTF-8')
            new PrintFile(width as int, 200, format as String, bytes.length, { bytes } as Supplier<byte[]>)
        }
        new MediumCard(label(Kind.MEDIUM, number), id(number), owner, 'png', 700, 400, alt, THEN, prints)
    }

    /** Bytes are told apart by what they are. */
    private static boolean same(Parcel come, Parcel gone) {
        if (!(come instanceof MediumCard)) {
            return come == gone
        }
        come.prints().collect { [it.width(), it.height(), it.format(), it.content().get() as List] } == gone.prints().collect { [it.width(), it.height(), it.format(), it.content().get() as List] } \
            && new MediumCard(come.label(), come.id(), come.owner(), come.was(), come.width(), come.height(), come.alt(), come.uploadedAt(), gone.prints()) == gone
    }

    private static byte[] pack(List<Parcel> content) {
        def out = new ByteArrayOutputStream()
        new ZipPacker().pack({ Consumer<Parcel> taker -> content.each { taker.accept(it) } }, { byte[] bytes -> out.write(bytes) })
        out.toByteArray()
    }

    private static List<Parcel> unpacked(Unpacking.Opened opened) {
        def parcels = []
        opened.goods().each({ parcels << it } as Consumer)
        parcels
    }

    private static UUID id(long number) {
        new UUID(0x019d0000_0000_7000L, Long.MIN_VALUE | number)
    }

    private static Label label(Kind kind, long number) {
        new Label(kind, id(number) as String, '', 0)
    }

    /** Wherever it stands. */
    private static Parcel at(Parcel parcel, String place = '', int line = 0) {
        def label = new Label(parcel.label().kind(), parcel.label().name(), place, line)
        switch (parcel) {
            case CategoryCard: return new CategoryCard(label, parcel.id(), parcel.name(), parcel.slug(), parcel.formerSlugs(), parcel.parent(), parcel.createdAt())
            case TagCard: return new TagCard(label, parcel.name(), parcel.slug(), parcel.formerSlugs(), parcel.otherNames(), parcel.createdAt())
            case Article: return new Article(label, parcel.id(), parcel.title(), parcel.slug(), parcel.formerSlugs(), parcel.body(), parcel.excerpt(), parcel.status(),
                    parcel.publishedAt(), parcel.trashedAt(), parcel.createdAt(), parcel.updatedAt(), parcel.byline(), parcel.tags(), parcel.category(), parcel.cover(), parcel.remarks())
            case CommentCard: return new CommentCard(label, parcel.id(), parcel.post(), parcel.answers(), parcel.byline(), parcel.guest(), parcel.text(),
                    parcel.standing(), parcel.concern(), parcel.wasShown(), parcel.writtenAt(), parcel.wordedAt())
            case MediumCard: return new MediumCard(label, parcel.id(), parcel.owner(), parcel.was(), parcel.width(), parcel.height(), parcel.alt(), parcel.uploadedAt(), parcel.prints())
            default: return parcel
        }
    }

    private static Article article(Map<String, ?> wishes = [:], long number, String slug) {
        new Article(label(Kind.POST, number), id(number), wishes.title as String ?: 'A title', slug, wishes.former as List ?: [],
                [new Piece.Words(wishes.containsKey('body') ? wishes.body as String : 'Body.')], wishes.excerpt as String ?: '', wishes.status as Status ?: Status.DRAFT,
                wishes.published as Instant, wishes.trashed as Instant, THEN, THEN.plusSeconds(1), wishes.byline as Byline ?: new Byline.Named(['ayu']),
                wishes.tags as List ?: [], wishes.category as String ?: '', wishes.cover as String ?: '', [])
    }
}
