package dev.beranda.application.exchange

import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.Label
import dev.beranda.application.exchange.Parcel.MediumCard
import dev.beranda.application.exchange.Parcel.PrintFile
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.exchange.Kind
import dev.beranda.domain.media.Format
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.media.Sheet
import dev.beranda.domain.shared.Overloaded
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Actor
import java.time.Duration
import java.util.function.Consumer
import java.util.function.Supplier

class ExportContentSpec extends ExchangeSpecification {

    static final WHOLE = UUID.fromString('019d0000-0000-7000-8000-000000000001')
    static final GONE = UUID.fromString('019d0000-0000-7000-8000-000000000002')

    def packed = []
    def sent = []
    def seen = [:]

    def "everything is packed, with the bytes of pictures, and it is written down"() {
        given:
        shelves.put(new MediaId(WHOLE), [new Sheet(320, 200, Format.JPEG, [1, 2, 3] as byte[])])

        expect:
        export(by, article('a'), medium(WHOLE)) == new ExportContent.Outcome.Packed()
        packed*.label()*.name() == ['a', WHOLE as String]
        seen == [a: true, (WHOLE as String): false]
        packed[1].prints()[0].with { [it.bytes(), it.content().get() as List] } == [3, [1, 2, 3]]
        sent == [[7] as byte[]]
        log*.action() == [AuditAction.CONTENT_EXPORTED]
    }

    def "a picture whose bytes were taken away a moment ago is left out"() {
        expect:
        export(by, medium(GONE), article('a')) == new ExportContent.Outcome.Packed()
        packed*.label()*.name() == ['a']
    }

    def "the words are not held still for ever"() {
        when:
        export(by, *(1..61).collect { article("post-$it") })

        then: "a minute each"
        packed.size() == 61

        when:
        export(by, *(1..62).collect { article("post-$it") })

        then:
        thrown(Overloaded)
    }

    def "who does not look after the house gets nothing: #role"() {
        expect:
        export(new Actor(boss.id(), role), article('a')) == new ExportContent.Outcome.NotAllowed()
        packed == []
        sent == []
        log == []

        where:
        role << [Role.READER, Role.AUTHOR, Role.EDITOR]
    }

    private ExportContent.Outcome export(Actor actor, Parcel... parcels) {
        def held = false
        def moment = [look: { Supplier work -> held = true; work.get().tap { held = false } }, write: { Supplier work -> transactions.write(work) }] as Transactions
        def give = { Parcel parcel, Consumer<Parcel> taker ->
            seen[parcel.label().name()] = held
            taker.accept(parcel)
            clock.goOn(Duration.ofMinutes(1))
        }
        def reader = [
                words: { Consumer<Parcel> taker -> parcels.findAll { !(it instanceof MediumCard) }.each { give(it, taker) } },
                pictures: { Consumer<Parcel> taker -> parcels.findAll { it instanceof MediumCard }.each { give(it, taker) } },
        ] as ContentReader
        def packer = { Consumer<Consumer<Parcel>> content, Consumer<byte[]> out ->
            content.accept({ packed << it } as Consumer)
            out.accept([7] as byte[])
        } as Packer
        new ExportContent(reader, shelves, packer, auditLog, moment, clock).pack(new ExportContent.Command(actor, FROM, { sent << it } as Consumer))
    }

    private static MediumCard medium(UUID id) {
        new MediumCard(new Label(Kind.MEDIUM, id as String, '', 0), id, new Byline.Nobody(), 'png', 320, 200, '', null,
                [new PrintFile(320, 200, 'jpeg', 3, { new byte[0] } as Supplier<byte[]>)])
    }
}
