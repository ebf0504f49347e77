package dev.beranda.adapter.exchange

import spock.lang.Specification

class ArchiveSpec extends Specification {

    static final BOUNDS = new Bounds(100, 50_000_000, 1_000_000, 1_000_000, 200)

    def "what was packed comes out as it was"() {
        given:
        def random = new byte[300_000]
        new Random(7).nextBytes(random)
        def archive = open(Zips.of('a.md': 'One.', 'b/c.png': random, 'empty.txt': ''))

        expect:
        archive.entries().keySet() as List == ['a.md', 'b/c.png', 'empty.txt']
        text(archive, 'a.md') == 'One.'
        archive.content(archive.entries()['b/c.png'], 1_000_000).get() == random
        archive.stream(archive.entries()['b/c.png']).bytes == random
        archive.content(archive.entries()['empty.txt'], 10).get().length == 0
    }

    def "where the list of contents leads astray nothing is found: #at"() {
        given:
        def archive = open(Zips.forged(Zips.of('a.md': 'One.'), 'a.md') { it.putInt(42, at) })

        expect:
        archive.content(archive.entries()['a.md'], 1000).empty

        where:
        at << [1, 100, 0x7fff_ffff, -2]
    }

    def "what is larger than is wanted is not looked at"() {
        given:
        def archive = open(Zips.of('a.md': 'x' * 1000))

        expect:
        archive.content(archive.entries()['a.md'], 999).empty
        archive.content(archive.entries()['a.md'], 1000).present
    }

    def "names that lead elsewhere are refused, and stop no other: #name"() {
        given:
        def archive = open(Zips.of([(name): 'x', 'good.md': 'Good.']))

        expect:
        archive.entries().keySet() as List == ['good.md']
        archive.refused().size() == 1

        where:
        name << ['../a.md', 'a/../../b.md', '/etc/passwd', 'C:\\a.md', 'c:/a.md', 'a\\b.md', 'a/..', '..', 'n' * 500]
    }

    def "links are refused"() {
        given:
        def archive = open(Zips.linked(Zips.of('link.md': '/etc/passwd', 'good.md': 'Good.'), 'link.md'))

        expect:
        archive.entries().keySet() as List == ['good.md']
        archive.refused() == ['link.md']
    }

    def "of two of one name the first is looked at"() {
        given:
        def zip = Zips.of('a.md': 'First.', 'b.md': 'Other.')
        byte[] twice = zip.clone()
        (0..<zip.length - 4).findAll { new String(zip, it, 4, 'ISO-8859-1') == 'b.md' }.each { twice[it] = (byte) ('a' as char) }
        def archive = open(twice)

        expect:
        text(archive, 'a.md') == 'First.'
        archive.refused() == ['a.md']
    }

    def "what unpacks to far more than it is, is not read at all"() {
        when:
        open(Zips.of('bomb.md': '0' * 20_000_000))

        then:
        def broken = thrown(Malformed)
        broken.flaw().code() == 'import_too_much'
    }

    def "nor is what is too much altogether, or too many"() {
        when:
        Archive.open(Zips.cargo(files), bounds)

        then:
        def broken = thrown(Malformed)
        broken.flaw().code() == 'import_too_much'

        where:
        files                                            | bounds
        (1..11).collectEntries { ["${it}.md" as String, 'x'] }     | new Bounds(10, 1_000_000, 100, 100, 200)
        [a: 'x' * 600, b: 'y' * 600]                     | new Bounds(10, 1000, 1000, 1000, 200)
    }

    def "what is more than it says it is, or less, is broken"() {
        given:
        def zip = Zips.forged(Zips.of('a.md': 'x' * 5000), 'a.md') { it.putInt(24, says) }
        def archive = open(zip)

        expect:
        archive.content(archive.entries()['a.md'], 1_000_000).empty

        where:
        says << [10, 4999, 5001, 100_000]
    }

    def "what was changed since, or is packed in another way, is broken: #what"() {
        given:
        def archive = open(Zips.forged(Zips.of('a.md': 'x' * 5000), 'a.md', change))

        expect:
        archive.content(archive.entries()['a.md'], 1_000_000).empty

        where:
        what        | change
        'checksum'  | { it.putInt(16, 1) }
        'encrypted' | { it.putShort(8, (short) 1) }
        'method'    | { it.putShort(10, (short) 12) }
        'elsewhere' | { it.putInt(42, 3) }
    }

    def "what cannot be read to its end is malformed: #what"() {
        when:
        open(bytes)

        then:
        thrown(Malformed)

        where:
        what        | bytes
        'cut off'   | Zips.of('a.md': 'x' * 100).with { Arrays.copyOf(it, it.length - 10) }
        'beginning' | Zips.of('a.md': 'x' * 100).with { Arrays.copyOf(it, 30) }
        'nothing'   | 'PK\3\4'.bytes
        'no list'   | Zips.forged(Zips.of('a.md': 'x'), 'a.md') { it.putInt(0, 0) }
    }

    def "lying about how many there are brings nobody to read more"() {
        given:
        def zip = Zips.of('a.md': 'One.', 'b.md': 'Two.')
        def end = zip.length - 22
        zip[end + 10] = (byte) counted
        zip[end + 8] = (byte) counted

        expect:
        known(zip) == entries

        where:
        counted || entries
        1       || ['a.md']
        3       || null
        99      || null
    }

    private static List<String> known(byte[] zip) {
        try {
            open(zip).entries().keySet() as List
        } catch (Malformed _) {
            null
        }
    }

    private static Archive open(byte[] zip) {
        Archive.open(Zips.cargo(zip), BOUNDS)
    }

    private static String text(Archive archive, String name) {
        new String(archive.content(archive.entries()[name], 1_000_000).get(), 'UTF-8')
    }
}
