package dev.beranda.application.exchange

import dev.beranda.application.exchange.ImportedItem.Fate
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.Label
import dev.beranda.application.exchange.Parcel.MediumCard
import dev.beranda.application.exchange.Parcel.PictureFile
import dev.beranda.application.exchange.Parcel.Piece
import dev.beranda.application.exchange.Parcel.PrintFile
import dev.beranda.domain.exchange.ForeignKey
import dev.beranda.domain.exchange.Kind
import dev.beranda.domain.exchange.Provenance
import dev.beranda.domain.media.Format
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.media.Owner
import dev.beranda.domain.media.PrintRoom
import dev.beranda.domain.media.PrintRoom.Development
import dev.beranda.domain.media.Sheet
import dev.beranda.domain.post.Cover
import dev.beranda.domain.post.Filing
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.shared.Overloaded
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier

class ImportMediaSpec extends ExchangeSpecification {

    static final ID = UUID.fromString('019d0000-0000-7000-8000-0000000000aa')

    static final SHEETS = [320, 640].collect { new Sheet(it, 200, Format.JPEG, [1, 2, 3] as byte[]) }

    def "a picture beside a text becomes one of ours, and the text shows it"() {
        given:
        developing(new Development.Developed(Format.PNG, 40, 30, [new Sheet(40, 30, Format.PNG, [1, 2] as byte[])]))

        when:
        def told = items(picture('img/a.png'), article('a.md', cover: 'img/a.png', pieces: [new Piece.Words('![x]('), new Piece.Shown('img/a.png', '../img/a.png'), new Piece.Words(')')]))

        then:
        told*.fate() == [Fate.CREATED] * 2
        def id = told[0].id()
        post('rain').story().body().value() == "![x](/api/media/$id/1600)"
        post('rain').filing().cover() == new Cover.Picture(new MediaId(id))
        shelves.find(new MediaId(id), media.all.first().prints().first()).present

        and: "the same is the same, another of the same name is another"
        items(picture('img/a.png'))*.fate() == [Fate.UNCHANGED]
        items(picture('img/a.png', 'other'))*.fate() == [Fate.UPDATED]
        media.all.size() == 2
    }

    def "a picture that was refused once reaches its text when it is brought again, and so does another one of its name"() {
        given:
        def text = article('a.md', cover: 'a.png', pieces: [new Piece.Shown('a.png', 'a.png')])
        printRoom = { byte[] sent -> throw new Overloaded("the print room", Duration.ofSeconds(1)) } as PrintRoom
        items(picture('a.png'), text)

        expect: "neither is here yet, and that is said each time"
        items(picture('a.png'), text).with { [it*.fate(), codes(it[1].warnings())] } ==
                [[Fate.REFUSED, Fate.UNCHANGED], [body: ['media_unknown'], cover: ['media_unknown']]]

        when:
        developing(new Development.Developed(Format.PNG, 40, 30, [new Sheet(40, 30, Format.PNG, [1, 2] as byte[])]))
        def told = items(picture('a.png'), text)

        then:
        told*.fate() == [Fate.CREATED, Fate.UPDATED]
        shown() == told[0].id()
        items(picture('a.png'), text)*.fate() == [Fate.UNCHANGED] * 2

        when:
        def other = items(picture('a.png', 'other'), text)

        then:
        other*.fate() == [Fate.UPDATED] * 2
        other[0].id() != told[0].id()
        shown() == other[0].id()

        when: "somebody edited it here"
        posts.save(post('rain'))

        then:
        items(picture('a.png', 'third'), text)*.fate() == [Fate.UPDATED, Fate.SKIPPED]
        shown() == other[0].id()
        items([overwrite: true], picture('a.png', 'third'), text)*.fate() == [Fate.UNCHANGED, Fate.UPDATED]
        shown() != other[0].id()
    }

    def "what was brought before its pictures were a part of what it is told by is not another for that"() {
        given:
        developing(new Development.Developed(Format.PNG, 40, 30, [new Sheet(40, 30, Format.PNG, [1, 2] as byte[])]))
        def text = article('a.md', cover: 'a.png', pieces: [new Piece.Shown('a.png', 'a.png')])
        items(picture('a.png'), text)
        def known = provenances.find(new ForeignKey('markdown', Kind.POST, 'a.md')).get()
        provenances.save(new Provenance(known.key(), known.local(), unpacker.fingerprint(text), known.seen()))
        def before = post('rain')

        expect:
        items(picture('a.png'), text)*.fate() == [Fate.UNCHANGED] * 2
        post('rain') == before
    }

    def "one that was brought before its cover, by a house that did not look at what a text shows, gets it when it is there"() {
        given:
        def text = article('a.md', cover: ID as String)
        items(text)
        def known = provenances.find(new ForeignKey('markdown', Kind.POST, 'a.md')).get()
        provenances.save(new Provenance(known.key(), known.local(), unpacker.fingerprint(text), known.seen()))

        expect:
        items(card(), text)*.fate() == [Fate.CREATED, Fate.UPDATED]
        post('rain').filing().cover() == new Cover.Picture(new MediaId(ID))
        items(card(), text)*.fate() == [Fate.UNCHANGED] * 2

        when: "somebody took it away here"
        def shown = post('rain')
        posts.save(shown.broughtAgain(shown.author(), shown.slug(), shown.story(), new Filing([], new Shelf.None(), new Cover.None()), shown.stage(), shown.updatedAt()))

        then:
        items(card(), text)*.fate() == [Fate.UNCHANGED] * 2
        post('rain').filing().cover() == new Cover.None()
    }

    def "one that cannot be developed is refused, and the text says so: #code"() {
        given:
        developing(development)

        when:
        def told = items(picture('a.png'), article('a.md', pieces: [new Piece.Shown('a.png', 'a.png')]))

        then:
        codes(told[0].reasons()) == [item: [code]]
        codes(told[1].warnings()) == [body: ['media_unknown']]
        post('rain').story().body().value() == 'a.png'
        media.all.empty

        where:
        development                 || code
        new Development.NoPicture() || 'unsupported_media_type'
        new Development.TooLarge()  || 'picture_too_large'
        new Development.Broken()    || 'picture_broken'
    }

    def "a rehearsal puts nothing anywhere"() {
        given:
        developing(new Development.Developed(Format.PNG, 40, 30, [new Sheet(40, 30, Format.PNG, [1] as byte[])]))

        expect:
        items([dryRun: true], picture('a.png'), card())*.fate() == [Fate.CREATED] * 2
        media.all.empty
        shelves.held(MediaId.FIRST, 10) == []
    }

    def "one of a house like this keeps its id and its prints"() {
        when:
        def told = items(card())

        then:
        told.with { [it[0].fate(), it[0].id()] } == [Fate.CREATED, ID]
        media.all.first().with { [it.id().value(), it.owner(), it.alt().value(), it.width()] } == [ID, new Owner.Nobody(), 'Sea', 700]
        shelves.find(new MediaId(ID), media.all.first().prints().first()).present

        and:
        items(card())*.fate() == [Fate.UNCHANGED]

        when: "what broke off in between"
        shelves.remove(new MediaId(ID))

        then:
        items(card())*.fate() == [Fate.UPDATED]
        shelves.find(new MediaId(ID), media.all.first().prints().first()).present

        when: "what was taken away here"
        media.remove(new MediaId(ID))

        then:
        items(card()).with { [it[0].fate(), codes(it[0].reasons())] } == [Fate.SKIPPED, [item: ['removed_here']]]
        items([overwrite: true], card())*.fate() == [Fate.CREATED]
    }

    def "one of which not all was put there is mended: #left"() {
        given:
        items(card())
        shelves.remove(new MediaId(ID))
        shelves.put(new MediaId(ID), left.collect { SHEETS[it] })

        expect:
        items(card())*.fate() == [fate]
        SHEETS.every { shelves.find(new MediaId(ID), it.print()).present }

        where:
        left   || fate
        [0]    || Fate.UPDATED
        [1]    || Fate.UPDATED
        [0, 1] || Fate.UNCHANGED
    }

    def "what could not be one of ours is not taken for one"() {
        given:
        plain = false

        expect:
        items(card()).with { [it[0].fate(), codes(it[0].reasons())] } == [Fate.REFUSED, [item: ['picture_broken']]]
        media.all.empty
        shelves.held(MediaId.FIRST, 10) == []
    }

    def "what has a print twice, or one of no size, could not be one of ours: #prints"() {
        given:
        def files = prints.collect { width, height -> new PrintFile(width as int, height as int, 'jpeg', 3, { [1, 2, 3] as byte[] } as Supplier<byte[]>) }

        expect:
        items(card(files)).with { [it[0].fate(), codes(it[0].reasons())] } == [Fate.REFUSED, [item: ['picture_broken']]]
        media.all.empty

        where:
        prints << [[[320, 200], [640, 400], [320, 200]], [[320, 200], [320, 400]]]
    }

    def "none was brought in the future"() {
        given:
        items(card(printFiles(), clock.instant().plusSeconds(1)))

        expect:
        media.all.first().uploadedAt() == clock.instant()
    }

    def "where there is no room it is said, and mended the next time"() {
        given:
        shelves.room = 0

        expect:
        codes(items(card())[0].reasons()) == [item: ['insufficient_storage']]

        when:
        shelves.room = 1000

        then:
        items(card())*.fate() == [Fate.UPDATED]
    }

    private UUID shown() {
        def post = post('rain')
        def cover = (post.filing().cover() as Cover.Picture).id().value()
        assert post.story().body().value() == "/api/media/$cover/1600"
        cover
    }

    private void developing(Development development) {
        printRoom = { byte[] sent -> development } as PrintRoom
    }

    private static PictureFile picture(String name, String content = 'bytes') {
        new PictureFile(new Label(Kind.MEDIUM, name, name, 0), new Supplier<byte[]>() {

            @Override
            byte[] get() {
                content.bytes
            }

            @Override
            String toString() {
                content
            }
        })
    }

    private static MediumCard card(List<PrintFile> prints = printFiles(), Instant uploaded = null) {
        new MediumCard(new Label(Kind.MEDIUM, ID as String, '', 1), ID, new Byline.Nobody(), 'png', 700, 400, 'Sea', uploaded, prints)
    }

    private static List<PrintFile> printFiles() {
        SHEETS.collect { sheet -> new PrintFile(sheet.print().width(), sheet.print().height(), 'jpeg', 3, { sheet.content() } as Supplier<byte[]>) }
    }
}
