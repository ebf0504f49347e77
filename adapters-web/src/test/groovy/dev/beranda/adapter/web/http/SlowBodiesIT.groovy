package dev.beranda.adapter.web.http

/** A body may take its time, as a slow line does, but not for ever. */
class SlowBodiesIT extends AtTheDoor {

    static final int LENGTH = 20_000
    static final List<String> STARTS = ['POST /api/body', 'PUT /api/me/avatar', 'POST /api/media', 'POST /api/admin/import']

    Map<String, Object> settings() {
        ['beranda.http.body-spell': '400ms', 'beranda.http.rate': 200, 'beranda.http.body-grace': '1s', 'beranda.http.body-rate': 5000, 'beranda.http.linger': '200ms']
    }

    def "who trickles on, and would for ever, is cut when their grace is over: #start"() {
        given:
        def wire = wireFrom('127.0.0.2').send(head(start))
        def begun = System.nanoTime()

        when:
        Thread.start {
            60.times {
                wire.trySend(('x' * 100).bytes)
                sleep(100)
            }
        }
        def answer = wire.answer()
        def seconds = (System.nanoTime() - begun) / 1e9

        then:
        answer.isProblem(408, 'request_timeout')
        seconds > 0.9
        seconds < 2.5

        where:
        start << STARTS
    }

    def "a slow line gets through, be it for several times as long: #start"() {
        given:
        def wire = wireFrom('127.0.0.2').send(head(start))

        when:
        40.times {
            wire.send('x' * (LENGTH / 40 as int))
            sleep(75)
        }

        then:
        wire.answer().status != 408

        where:
        start << STARTS
    }

    private static String head(String start) {
        "$start HTTP/1.1\r\nHost: a\r\nX-Writer: yes\r\nContent-Type: text/plain\r\nContent-Length: $LENGTH\r\n\r\n"
    }
}
