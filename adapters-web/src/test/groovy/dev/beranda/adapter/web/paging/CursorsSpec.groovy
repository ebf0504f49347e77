package dev.beranda.adapter.web.paging

import dev.beranda.application.shared.Position
import javax.crypto.spec.SecretKeySpec
import spock.lang.Specification

class CursorsSpec extends Specification {

    static final LIST = '/api/things?sort=name'

    def cursors = keyed(1)

    def "a position comes back as it was"() {
        expect:
        cursors.open(cursors.seal(new Position(keys), LIST), LIST).get() == new Position(keys)

        where:
        keys << [['2026-03-01T12:00:00.123456Z', 'x'], ['', '🌺 "%'], ['only']]
    }

    def "a cursor of another list, another house or none at all does not open"() {
        given:
        def cursor = cursors.seal(new Position(['a', 'b']), LIST)

        expect:
        cursors.open(cursor, LIST + '&role=admin').empty
        keyed(2).open(cursor, LIST).empty
        ['', '.', 'AAAA', 'ü', 'A' * 3_000, cursor + '=', cursor + 'AAAA', cursor.reverse()].every { cursors.open(it, LIST).empty }
    }

    def "whatever letter of it is changed or missing, it does not open"() {
        given:
        def cursor = cursors.seal(new Position(['a', 'b']), LIST)

        expect:
        cursor.toList().indices.every { i ->
            def other = cursor[i] == 'A' ? 'B' : 'A'
            cursors.open(cursor.substring(0, i) + other + cursor.substring(i + 1), LIST).empty \
                && cursors.open(cursor.substring(0, i) + cursor.substring(i + 1), LIST).empty
        }
    }

    static Cursors keyed(int seed) {
        new Cursors(new SecretKeySpec(new byte[32].collect { seed as byte } as byte[], 'HmacSHA256'))
    }
}
