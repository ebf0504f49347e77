package dev.beranda.domain.media

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import java.time.Duration
import spock.lang.Specification

abstract class ShelvesContract extends Specification {

    abstract Shelves getShelves()

    def "what was put there is found, each print by itself, byte for byte: #length"() {
        given:
        def id = Pictures.newId()
        def bytes = new byte[length]
        new Random(7).nextBytes(bytes)
        def sheets = [Pictures.sheet(320, Format.JPEG, [9] as byte[]), Pictures.sheet(640, Format.WEBP, bytes)]
        shelves.put(id, sheets)

        expect:
        read(id, sheets[0].print()) == [9] as byte[]
        read(id, sheets[1].print()) == bytes
        shelves.find(id, sheets[1].print()).get().withCloseable { it.length() } == length

        where:
        length << [1, 65_536, 65_537, 1_500_000]
    }

    def "what was not put there is not found"() {
        given:
        def id = Pictures.newId()
        shelves.put(id, [Pictures.sheet()])

        expect:
        shelves.find(id, Pictures.sheet(640).print()).empty
        shelves.find(id, Pictures.sheet(320, Format.WEBP).print()).empty
        shelves.find(Pictures.newId(), Pictures.sheet().print()).empty
    }

    def "what is asked for by another length is not found: #length"() {
        given:
        def id = Pictures.newId()
        shelves.put(id, [Pictures.sheet(320, Format.JPEG, [1, 2, 3] as byte[])])

        expect:
        shelves.find(id, new Print(320, 160, Format.JPEG, length)).present == found

        where:
        length    || found
        0         || false
        2         || false
        3         || true
        4         || false
        2_000_000 || false
    }

    def "what is removed is gone, as often as somebody says so, and nothing else is"() {
        given:
        def (gone, stays) = [Pictures.newId(), Pictures.newId()]
        [gone, stays].each { shelves.put(it, [Pictures.sheet(), Pictures.sheet(640)]) }

        when:
        2.times { shelves.remove(gone) }

        then:
        shelves.find(gone, Pictures.sheet().print()).empty
        shelves.find(gone, Pictures.sheet(640).print()).empty
        read(stays, Pictures.sheet(640).print())
        held().contains(stays)
        !held().contains(gone)
    }

    def "all is told in the order of names, in pieces of any length: #piece"() {
        given:
        def ids = (0..6).collect { Pictures.newId(People.NOW - Duration.ofDays(400) + Duration.ofHours(it * 5)) }
        ids.reverse().each { shelves.put(it, [Pictures.sheet(), Pictures.sheet(640), Pictures.sheet(320, Format.WEBP)]) }

        expect:
        held(piece).findAll { it in ids } == ids

        where:
        piece << [1, 2, 3, 7, 100]
    }

    def "where nothing is left nothing is told"() {
        given:
        shelves.put(Pictures.newId(), [Pictures.sheet()])

        expect:
        shelves.held(held().last(), 10) == []
    }

    def "many may put and remove at once"() {
        given:
        def ids = (1..30).collect { Pictures.newId(People.NOW - Duration.ofDays(800)) }

        when:
        def results = Race.of(30) {
            shelves.put(ids[it], [Pictures.sheet()])
            it % 2 ? shelves.remove(ids[it]) : null
        }

        then:
        results.every { !(it instanceof Throwable) }
        held().findAll { it in ids } as Set == ids.findAll { ids.indexOf(it) % 2 == 0 } as Set
    }

    protected byte[] read(MediaId id, Print print) {
        shelves.find(id, print).get().withCloseable { content ->
            def bytes = new ByteArrayOutputStream()
            for (def piece = content.next(); piece.length; piece = content.next()) {
                bytes.write(piece)
            }
            assert bytes.size() == content.length()
            bytes.toByteArray()
        }
    }

    protected List<MediaId> held(int piece = 100) {
        List<MediaId> all = []
        for (def some = shelves.held(MediaId.FIRST, piece); some; some = shelves.held(some.last(), piece)) {
            assert some.size() <= piece
            all += some
        }
        all
    }
}
