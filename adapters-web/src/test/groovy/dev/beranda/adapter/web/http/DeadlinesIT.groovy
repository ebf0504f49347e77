package dev.beranda.adapter.web.http

import java.util.concurrent.TimeUnit

class DeadlinesIT extends AtTheDoor {

    Map<String, Object> settings() {
        [
                'beranda.http.head'       : '600ms',
                'beranda.http.body-spell' : '600ms',
                'beranda.http.rate'       : 2000,
                'beranda.http.write-stall': '700ms',
                'beranda.http.keep-alive' : '1500ms',
                'beranda.http.linger'     : '200ms',
        ]
    }

    def "a head must be there in time, however busily it trickles"() {
        given:
        def wire = wire()

        when:
        wire.send('GET /api/hello HTTP/1.1\r\nHost: a\r\n')
        trickle(wire, 'X: y\r\n', 100)

        then:
        wire.answer().isProblem(408, 'request_timeout')
        wire.answer() == null
    }

    def "empty lines are no way to keep a connection"() {
        given:
        def wire = wire()

        when:
        trickle(wire, '\r\n', 100)

        then:
        wire.answer()?.isProblem(408, 'request_timeout')
    }

    def "the time for the next head begins with its first byte"() {
        given:
        def wire = wire()
        wire.get('/api/hello')
        sleep(900)

        when:
        wire.send('GET /api/hello HT')
        sleep(300)
        wire.send('TP/1.1\r\nHost: a\r\n\r\n')

        then:
        wire.answer().status == 200
    }

    def "a head that was begun behind another request is timed as well"() {
        given:
        def wire = wire()

        when:
        wire.send('GET /api/slow?ms=900 HTTP/1.1\r\nHost: a\r\n\r\nGET /api/hello HTTP/1.1\r\n')

        then:
        wire.answer().body == 'slept 900'
        wire.answer().isProblem(408, 'request_timeout')
    }

    def "a body must keep its pace"() {
        given:
        int before = visitors
        def wire = wire()

        when:
        wire.send(head)
        trickle(wire, piece, 100)

        then:
        wire.answer().isProblem(408, 'request_timeout')
        wire.answer() == null
        visitors == before

        where:
        head                                         | piece
        post('Content-Length: 50000')                | 'x'
        post('Transfer-Encoding: chunked')           | '1\r\nx\r\n'
        post('Transfer-Encoding: chunked')           | '1;' + 'e' * 1000 + '\r\nx\r\n'
        post('Content-Length: 50000')                | ''
    }

    def "a body that has come far may not rest there"() {
        given:
        def wire = wire()

        when:
        wire.send(post('Content-Length: 900000') + 'x' * 899_000)

        then:
        wire.answer().isProblem(408, 'request_timeout')
    }

    def "a body that keeps its pace may take longer than one spell"() {
        given:
        def wire = wire()

        when:
        wire.send(post('Content-Length: 8000'))
        16.times {
            wire.send('x' * 500)
            sleep(100)
        }

        then:
        wire.answer().body == '8000 characters'
    }

    def "a connection that says nothing is closed without a word, used before or not"() {
        given:
        def wire = wire()
        if (used) {
            wire.get('/api/hello')
        }

        expect:
        !wire.isClosedWithin(900)
        wire.isClosedWithin(2000)

        where:
        used << [false, true]
    }

    def "a route may think for longer than any client may"() {
        expect:
        wire().get('/api/slow?ms=2500').body == 'slept 2500'
    }

    def "a reader that does not take its answer is let go"() {
        given:
        def (deaf, slow) = [wire(4096), wire(4096)]

        when:
        [deaf, slow].each { it.send('GET /api/large?size=30000000 HTTP/1.1\r\nHost: a\r\n\r\n') }
        long taken = 0
        for (int i = 0; i < 25; i++) {
            taken += slow.socket.inputStream.readNBytes(20).length
            sleep(100)
        }

        then:
        drained(deaf) < 30_000_000
        taken + drained(slow) < 30_000_000
    }

    def "a reader that takes its time but takes its share gets everything, though it says nothing all the while"() {
        given:
        def wire = wire(4096)

        when:
        wire.send("GET /api/large?size=12000000 HTTP/1.1\r\nHost: a\r\nConnection: $connection\r\n\r\n")
        long taken = 0
        for (int i = 0; i < 25; i++) {
            taken += wire.socket.inputStream.readNBytes(300_000).length
            sleep(100)
        }

        then:
        taken + drained(wire) > 12_000_000

        where:
        connection << ['keep-alive', 'close']
    }

    def "two hundred slow clients do not keep a good one waiting"() {
        given:
        def slow = (1..100).collect { wire().send('GET /api/hello HTTP/1.1\r\nX: ') } +
                (1..100).collect { wire().send(post('Content-Length: 50000')) }

        expect:
        10.times {
            assert wire().get('/api/hello').status == 200
            slow.each { it.trySend('x'.bytes) }
        }
        slow.every { it.isClosedWithin(3000) }
        wire().get('/api/hello').status == 200
    }

    private static void trickle(Wire wire, String piece, int millis) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1)
        while (System.nanoTime() < end) {
            wire.trySend(piece.bytes)
            sleep(millis)
        }
    }

    private static long drained(Wire wire) {
        long bytes = 0
        byte[] buffer = new byte[65536]
        try {
            for (int n = wire.socket.inputStream.read(buffer); n != -1; n = wire.socket.inputStream.read(buffer)) {
                bytes += n
            }
        } catch (SocketException ignored) {
        }
        bytes
    }

    private static String post(String... fields) {
        'POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n' + fields.collect { "$it\r\n" }.join('') + '\r\n'
    }
}
