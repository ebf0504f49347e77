package dev.beranda.adapter.web.http

import java.util.zip.DeflaterOutputStream
import java.util.zip.GZIPOutputStream

class BodiesIT extends AtTheDoor {

    static final int LIMIT = 100_000
    static final byte[] GZIPPED = bomb { new GZIPOutputStream(it) }

    Map<String, Object> settings() {
        ['beranda.http.body': LIMIT, 'beranda.http.picture': 2 * LIMIT, 'beranda.http.upload': 2 * LIMIT, 'beranda.http.upload-memory': 3 * LIMIT, 'beranda.http.body-memory': 300_000, 'beranda.http.linger': '500ms']
    }

    def "a coded body is refused before a byte of it is decoded"() {
        given:
        int before = visitors
        def wire = wire()

        when:
        wire.send(head('Content-Length: ' + body.length, *fields)).trySend(body)

        then:
        wire.answer().isProblem(415, 'unsupported_media_type')
        visitors == before

        where:
        fields                                                     | body
        ['Content-Encoding: gzip']                                 | GZIPPED
        ['Content-Encoding: GZIP']                                 | GZIPPED
        ['Content-Encoding: x-gzip']                               | GZIPPED
        ['Content-Encoding: deflate']                              | bomb { new DeflaterOutputStream(it) }
        ['Content-Encoding: gzip, gzip']                           | bomb { new GZIPOutputStream(new GZIPOutputStream(it)) }
        ['Content-Encoding: identity', 'Content-Encoding: gzip']   | GZIPPED
        ['Content-Encoding: identity, gzip']                       | GZIPPED
        ['Content-Encoding: br']                                   | new byte[100]
        ['Content-Encoding: zstd']                                 | new byte[100]
        ['Content-Encoding: snappy']                               | new byte[100]
        ['Content-Encoding: compress']                             | new byte[100]
        ['Content-Encoding: ']                                     | new byte[100]
        ['Content-Encoding: anything']                             | new byte[100]
    }

    def "a body that says it is not coded is read"() {
        expect:
        wire().send(head('Content-Length: 3', 'Content-Encoding: Identity') + 'abc').answer().body == '3 characters'
    }

    def "only where pictures are sent to it may be longer: #method #path"() {
        given:
        def wire = wire()
        def body = 'x' * (LIMIT + 1)

        when:
        wire.trySend(("$method $path HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: ${body.length()}\r\n\r\n" + body).bytes)

        then:
        (wire.answer().status == 413) == refused

        where:
        method | path                  || refused
        'PUT'  | '/api/me/avatar'      || false
        'PUT'  | '/api/me/avatar/'     || false
        'POST' | '/api/me/avatar'      || true
        'PUT'  | '/api/me/avatars'     || true
        'PUT'  | '/api/me/avatar/x'    || true
        'PUT'  | '/api/me/avatar?a=b'  || true
        'PUT'  | '/api/me'             || true
    }

    def "nor there without end"() {
        given:
        def wire = wire()
        def body = 'x' * (2 * LIMIT + 1)

        when:
        wire.trySend(("PUT /api/me/avatar HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: ${body.length()}\r\n\r\n" + body).bytes)

        then:
        wire.answer().isProblem(413, 'payload_too_large')
    }

    def "of who may bring nothing, not a byte of it is waited for: #what"() {
        given:
        def wire = wire()

        when:
        wire.send("POST /api/media HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n$length\r\n\r\n$begin")

        then:
        wire.answer().status == 415
        wire.answer() == null

        where:
        what             | length                                             | begin
        'a length'       | "Content-Length: ${2 * LIMIT}"                     | 'x' * 1000
        'chunks'         | 'Transfer-Encoding: chunked'                       | '400\r\n' + 'x' * 0x400
        'asking first'   | "Content-Length: ${2 * LIMIT}\r\nExpect: 100-continue" | ''
    }

    def "nor of a picture of nobody: it would take the room of those who are somebody"() {
        given:
        def wire = wire()

        when:
        wire.send("PUT /api/me/avatar HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: ${2 * LIMIT}\r\n\r\n${'x' * 1000}")

        then:
        wire.answer().status == 415
        wire.answer() == null
    }

    def "who is turned away hears it although they are still sending, and nothing of it is another request"() {
        given:
        int before = visitors
        def wire = wire()

        when:
        wire.send("POST /api/media HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: ${2 * LIMIT}\r\n\r\n")
                .trySend(('GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n' * 4000).bytes)

        then:
        wire.answer().status == 415
        wire.answer() == null
        visitors == before
    }

    def "who may bring more is asked for it, and heard to the end: #target"() {
        given:
        def wire = wire()

        when:
        wire.send("POST $target HTTP/1.1\r\nHost: a\r\nX-Writer: yes\r\nContent-Type: text/plain\r\nContent-Length: ${2 * LIMIT}\r\nExpect: 100-continue\r\n\r\n")

        then:
        wire.answer().status == 100

        when:
        wire.trySend(('x' * (2 * LIMIT)).bytes)

        then:
        wire.answer().status == 415

        where:
        target << ['/api/media', '/api/media/']
    }

    def "nor may they bring more than is allowed"() {
        given:
        def wire = wire()

        when:
        wire.send("POST /api/media HTTP/1.1\r\nHost: a\r\nX-Writer: yes\r\nContent-Type: text/plain\r\nContent-Length: ${2 * LIMIT + 1}\r\n\r\n")

        then:
        wire.answer().isProblem(413, 'payload_too_large')
    }

    def "who brings much waits for others who do, and keeps nobody waiting who brings little"() {
        given:
        def large = "POST /api/media HTTP/1.1\r\nHost: a\r\nX-Writer: yes\r\nContent-Type: text/plain\r\nContent-Length: ${2 * LIMIT}\r\n\r\n"
        def first = wireFrom('127.0.0.2')
        def second = wireFrom('127.0.0.3')
        first.trySend((large + 'x' * (2 * LIMIT - 1)).bytes)
        sleep(300)

        when:
        second.trySend((large + 'x' * (2 * LIMIT - 1)).bytes)

        then:
        second.answer().isProblem(503, 'unavailable')

        when:
        def words = wire()
        words.send(head('Content-Length: 20000') + 'x' * 10_000)
        sleep(50)
        words.send('x' * 10_000)

        then:
        words.answer().body == '20000 characters'

        when:
        first.send('x')

        then:
        first.answer().status == 415
    }

    def "what comes behind a head that is asked about is not lost"() {
        given:
        def wire = wire()

        when:
        wire.send("POST /api/media HTTP/1.1\r\nHost: a\r\nX-Writer: slowly\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabcGET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n")

        then:
        wire.answer().status == 415
        wire.answer().body == 'hello /api/hello'
    }

    def "where it cannot be found out who may, nobody may, and that is said"() {
        given:
        def wire = wire()

        when:
        wire.send("POST /api/media HTTP/1.1\r\nHost: a\r\nX-Writer: fault\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc")

        then:
        wire.answer().isProblem(503, 'unavailable')
    }

    def "a body may be as long as the limit and not a byte longer"() {
        given:
        def wire = wire()

        when:
        wire.trySend((head("Content-Length: $length") + 'x' * length).bytes)

        then:
        with(wire.answer()) {
            status == expected
            expected == 200 ? body == "$length characters" : isProblem(413, 'payload_too_large')
        }
        expected == 200 || wire.answer() == null

        where:
        length       || expected
        1            || 200
        20_000       || 200
        LIMIT        || 200
        LIMIT + 1    || 413
        3_000_000    || 413
    }

    def "a body that never says its length is cut at the limit, on a route that wants it and on one that does not"() {
        given:
        int before = visitors
        def wire = wire()

        when:
        wire.send("POST $target HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n")
        int chunks = 0
        try {
            for (; chunks < 100_000; chunks++) {
                wire.send('400\r\n' + 'x' * 1024 + '\r\n')
            }
        } catch (SocketException ignored) {
        }

        then:
        wire.answer()?.isProblem(413, 'payload_too_large') || chunks < 100_000
        visitors == before

        where:
        target << ['/api/body', '/no/such/route']
    }

    def "a refusal is heard although the client was still sending"() {
        given:
        def wire = wire()

        when:
        wire.send(head('Content-Length: 600000')).trySend(new byte[600_000])

        then:
        wire.answer().isProblem(413, 'payload_too_large')
        wire.answer() == null
    }

    def "a large body is refused before it is sent, where the client asks first"() {
        given:
        def wire = wire()

        expect:
        wire.send(head('Expect: 100-continue', 'Content-Length: 3000000')).answer().isProblem(413, 'payload_too_large')
    }

    def "a client that asks first is told to go on, once"() {
        given:
        def wire = wire()

        when:
        wire.send(head('Expect: 100-Continue', 'Content-Length: 3'))

        then:
        wire.answer().status == 100

        when:
        wire.send('abc')

        then:
        wire.answer().body == '3 characters'
    }

    def "any other expectation is disappointed"() {
        expect:
        wire().send(head('Expect: the-unexpected', 'Content-Length: 3')).answer().isProblem(417, 'expectation_failed')
    }

    def "a body in ten thousand chunks of one byte is a body like any other"() {
        expect:
        wire().send(head('Transfer-Encoding: chunked') + '1\r\nx\r\n' * 10_000 + '0\r\n\r\n').answer().body == '10000 characters'
    }

    def "unfinished bodies share their room, and those that find none are told so"() {
        given:
        def squatters = (1..3).collect { wireFrom("127.0.0.$it").send(head('Content-Length: 99999') + 'x' * 99_990) }
        sleep(300)

        when:
        def latecomer = wireFrom('127.0.0.4').send(head('Content-Length: 5000') + 'x' * 2000).answer()

        then:
        latecomer.isProblem(503, 'unavailable')
        latecomer['retry-after'] == '1'

        and:
        wire().get('/api/hello').status == 200

        when:
        squatters[0].close()
        sleep(300)

        then:
        wireFrom('127.0.0.4').send(head('Content-Length: 5000') + 'x' * 5000).answer().body == '5000 characters'
        squatters[1].send('x' * 9).answer().body == '99999 characters'
    }

    private static String head(String... fields) {
        'POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n' + fields.collect { "$it\r\n" }.join('') + '\r\n'
    }

    /** Tens of kilobytes that would be a hundred million. */
    private static byte[] bomb(Closure<OutputStream> coding) {
        def bytes = new ByteArrayOutputStream()
        coding(bytes).withCloseable { out ->
            byte[] zeros = new byte[1_000_000]
            100.times { out.write(zeros) }
        }
        assert bytes.size() <= LIMIT
        bytes.toByteArray()
    }
}
