package dev.beranda.adapter.web.http

/** Everybody has their share of the room for bodies, and nobody more; and whatever becomes of a body, its room comes back. */
class SharesIT extends AtTheDoor {

    static final int LIMIT = 100_000
    static final int BITE = 16_384
    static final String REST = 'x' * 10

    /** Where bodies are sent to, and what is said to such as these when they are there. */
    static final Map<String, Integer> THERE = ['POST /api/body': 200, 'PUT /api/me/avatar': 415, 'POST /api/media': 415, 'POST /api/admin/import': 400]

    static final Map<String, Closure<?>> ENDS = [
            'it is whole'  : { Wire wire -> wire.send('x' * (LIMIT - 2 * BITE)).answer() },
            'they hang up' : { Wire wire -> wire.close() },
            'they break off': { Wire wire -> wire.reset() },
            'they say no more, and hear no more': { Wire wire -> wire.socket.shutdownOutput() },
    ]

    Map<String, Object> settings() {
        [
                'beranda.http.body'         : LIMIT,
                'beranda.http.picture'      : LIMIT,
                'beranda.http.upload'       : LIMIT,
                'beranda.http.removal'      : LIMIT,
                'beranda.http.body-memory'  : 3 * LIMIT,
                'beranda.http.upload-memory': 2 * LIMIT,
                'beranda.http.body-spell'   : '2s',
                'beranda.http.rate'         : 1000,
                'beranda.http.linger'       : '200ms',
                'beranda.trusted-proxies'   : '127.0.0.9',
        ]
    }

    def "who fills their share is told so, and keeps nobody else waiting: #what"() {
        given:
        def squatter = wireFrom('127.0.0.2').send(begun(start))
        sleep(200)

        when:
        def greedy = wireFrom('127.0.0.2').send(begun(start, 20_000)).answer()

        then:
        greedy.isProblem(429, 'rate_limited')
        greedy['retry-after'] == '1'
        greedy['ratelimit-policy'] == "\"bodies\";q=$share;qu=\"content-bytes\""
        greedy['ratelimit'] == '"bodies";r=0;t=1'
        greedy['connection'] == 'close'

        and: "others find room"
        wireFrom('127.0.0.3').send(begun(start)).with { sleep(100); send(REST).answer() }.status == done

        and: "they themselves for what needs none, and go on with what they began"
        wireFrom('127.0.0.2').get('/api/hello').status == 200
        squatter.send(REST).answer().status == done

        where:
        what       | start                                    | share          || done
        'words'    | 'POST /api/body'                         | LIMIT          || 200
        'a face'   | 'PUT /api/me/avatar'                     | LIMIT          || 415
        'a medium' | 'POST /api/media'                        | LIMIT          || 415
        'a house'  | 'POST /api/admin/import'                 | LIMIT + 65_536 || 400
    }

    def "when all shares together are more than there is, latecomers are told that"() {
        given:
        def squatters = (2..4).collect { wireFrom("127.0.0.$it").send(begun('POST /api/body')) }
        sleep(200)

        when:
        def latecomer = wireFrom('127.0.0.5').send(begun('POST /api/body', 20_000)).answer()

        then:
        latecomer.isProblem(503, 'unavailable')
        latecomer['retry-after'] == '1'
        latecomer['ratelimit'] == null
        squatters*.send(REST)*.answer()*.status == [200] * 3
    }

    def "behind a proxy of ours everybody has their own share, by the same networks as everywhere: #one, #other"() {
        given:
        def squatter = wireFrom('127.0.0.9').send(begun('POST /api/body', LIMIT - REST.length(), "X-Forwarded-For: $one"))
        sleep(200)

        when:
        def next = wireFrom('127.0.0.9').send(begun('POST /api/body', LIMIT - REST.length(), "X-Forwarded-For: $other"))
        sleep(100)
        next.trySend(REST.bytes)

        then:
        next.answer().status == status
        squatter.send(REST).answer().status == 200

        where:
        one             | other                       || status
        '203.0.113.1'   | '203.0.113.1'               || 429
        '203.0.113.1'   | '198.51.100.7, 203.0.113.1' || 429
        '203.0.113.1'   | '::ffff:203.0.113.1'        || 429
        '203.0.113.1'   | '203.0.113.2'               || 200
        '2001:db8::1'   | '2001:db8::ff:2'            || 429
        '2001:db8::1'   | '2001:db8:0:1::1'           || 200
    }

    def "nobody gets another share by saying that they speak for somebody"() {
        given:
        wireFrom('127.0.0.2').send(begun('POST /api/body', LIMIT - REST.length(), 'X-Forwarded-For: 203.0.113.1'))
        sleep(200)

        expect:
        wireFrom('127.0.0.2').send(begun('POST /api/body', 20_000, 'X-Forwarded-For: 203.0.113.2')).answer().status == 429
    }

    def "where a proxy of ours says two things, it is counted itself, and doubt gains nobody a share"() {
        given:
        wireFrom('127.0.0.9').send(begun('POST /api/body', LIMIT - REST.length(), 'Forwarded: for=203.0.113.1\r\nX-Forwarded-For: 203.0.113.9'))
        sleep(200)

        expect:
        wireFrom('127.0.0.9').send(begun('POST /api/body', 20_000, 'Forwarded: for=203.0.113.2\r\nX-Forwarded-For: 203.0.113.9')).answer().status == 429
        wireFrom('127.0.0.9').send(begun('POST /api/body', 20_000, 'X-Forwarded-For: 203.0.113.9')).with { trySend(('x' * (LIMIT - 20_000)).bytes).answer() }.status == 200
    }

    def "a body that came to its end, or to none, has given its room back: #how, #start"() {
        when:
        def ends = (1..8).collect {
            def wire = wireFrom('127.0.0.2').send(begun(start, 2 * BITE))
            sleep(20)
            ENDS[how].call(wire)
            sleep(20)
        }

        then: "or there would not be a whole share, nor room for it"
        ends.size() == 8
        wireFrom('127.0.0.2').send(begun(start)).with { sleep(50); trySend(REST.bytes).answer() }.status == done

        where:
        [how, start] << [ENDS.keySet(), THERE.keySet()].combinations()
        done = THERE[start]
    }

    def "one that is too slow gives it back when it is told so: #start"() {
        given:
        def slow = (2..4).collect { wireFrom("127.0.0.$it").send(begun(start, 1500)) }

        expect:
        slow*.answer().every { it.isProblem(408, 'request_timeout') }
        (2..4).every { wireFrom("127.0.0.$it").send(begun(start)).with { sleep(50); trySend(REST.bytes).answer() }.status == done }

        where:
        start << THERE.keySet()
        done = THERE[start]
    }

    /** All of it but the rest, which is to say: nearly a whole share; or the beginning of as much. */
    private static String begun(String start, int length = LIMIT - REST.length(), String field = 'X: y') {
        "$start HTTP/1.1\r\nHost: a\r\nX-Writer: yes\r\n$field\r\nContent-Type: text/plain\r\nContent-Length: $LIMIT\r\n\r\n" + 'x' * length
    }
}
