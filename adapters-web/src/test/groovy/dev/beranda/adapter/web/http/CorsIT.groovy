package dev.beranda.adapter.web.http

import io.micronaut.runtime.server.EmbeddedServer

class CorsIT extends AtTheDoor {

    static final STRANGERS = [
            'https://evil.example', 'null', 'https://app.example.org.evil.example', 'https://evil.app.example.org', 'https://evilapp.example.org',
            'https://app.example.orgx', 'https://app.example.or', 'http://app.example.org', 'https://app.example.org:8443', 'https://app.example.org:443',
            'HTTPS://APP.EXAMPLE.ORG', 'https://App.example.org', 'https://app.example.org/', 'https://app.example.org,https://evil.example', '*', 'http://localhost:3000', 'http://localhost', '',
    ]

    Map<String, Object> settings() {
        new CorsSettings(['https://app.example.org', 'http://127.0.0.1:3000']).properties()
    }

    def "a page of ours may read answers, errors among them, and use credentials"() {
        when:
        def answer = wire().get(target, ['Origin': origin])

        then:
        answer.status == status
        answer.all('access-control-allow-origin') == [origin]
        answer.all('access-control-allow-credentials') == ['true']
        answer.all('access-control-expose-headers') == ['ETag,Location,Link,Retry-After,RateLimit,RateLimit-Policy,X-Request-Id']
        answer.all('vary') == ['Origin']

        where:
        origin                    | target           || status
        'https://app.example.org' | '/api/hello'     || 200
        'http://127.0.0.1:3000'   | '/api/hello'     || 200
        'https://app.example.org' | '/no/such/route' || 404
        'https://app.example.org' | '/api/boom'      || 500
    }

    def "a page of ours may read why it was turned away at the door: #status #what"() {
        when:
        def answer = wire().ask("$head HTTP/1.1\r\nHost: a\r\n", ['Origin': 'http://127.0.0.1:3000'] + fields)

        then:
        answer.status == status
        answer.all('access-control-allow-origin') == ['http://127.0.0.1:3000']
        answer.all('access-control-allow-credentials') == ['true']
        answer.all('access-control-expose-headers') == wire().get('/api/hello', ['Origin': 'http://127.0.0.1:3000']).all('access-control-expose-headers')
        answer.all('vary') == ['Origin']

        where:
        status | what           | head                | fields
        400    | 'path'         | 'GET /api/hello%00' | [:]
        404    | 'spelling'     | 'GET //refused'     | [:]
        405    | 'method'       | 'QUERY /api/hello'  | [:]
        413    | 'length'       | 'POST /api/body'    | ['Content-Length': '3000000']
        415    | 'coding'       | 'POST /api/body'    | ['Content-Encoding': 'gzip', 'Content-Length': '1']
        417    | 'expectation'  | 'POST /api/body'    | ['Expect': 'more', 'Content-Length': '1']
        431    | 'fields'       | 'GET /api/hello'    | ['A': 'b', 'X': 'x' * 20_000]
    }

    def "a page of somebody else's may not: #origin"() {
        expect:
        wire().get('//refused', ['Origin': origin]).fields.every { !it[0].startsWith('access-control-') }

        where:
        origin << STRANGERS
    }

    def "nor is what is said to the next on the same wire shown to the page of the one before"() {
        given:
        def wire = wire()
        wire.get('/api/hello', ['Origin': 'http://127.0.0.1:3000'])

        expect:
        wire.get('//refused').fields.every { !it[0].startsWith('access-control-') }
    }

    def "a page of ours may ask first, and gets leave for what the contract uses"() {
        when:
        def answer = preflight('/api/hello', 'DELETE', headers)

        then:
        answer.status == 200
        answer['access-control-allow-origin'] == 'https://app.example.org'
        answer['access-control-allow-credentials'] == 'true'
        answer['access-control-allow-methods'] == 'DELETE'
        answer['access-control-max-age'] == '3600'
        answer['vary'] == 'Origin'

        where:
        headers << ['authorization', 'authorization,content-type,if-match,if-none-match,idempotency-key,x-request-id,x-csrf-token,x-token-transport,accept-language']
    }

    def "leave is not given for more"() {
        expect:
        preflight(target, method, headers, fields)['access-control-allow-origin'] == null

        where:
        target           | method  | headers           | fields
        '/api/hello'     | 'DELETE' | 'x-anything'     | [:]
        '/api/hello'     | 'PUT'   | 'authorization'   | [:]
        '/api/hello'     | 'TRACE' | 'authorization'   | [:]
        '/api/hello'     | 'DELETE' | 'authorization'  | ['Access-Control-Request-Private-Network': 'true']
    }

    def "a page of somebody else's gets no leave"() {
        when:
        def simple = wire().get('/api/hello', ['Origin': origin])
        def preflight = wire().ask('OPTIONS /api/hello HTTP/1.1\r\nHost: a\r\n', [
                'Origin': origin, 'Access-Control-Request-Method': 'DELETE', 'Access-Control-Request-Headers': 'authorization'])

        then:
        simple.status == 200
        preflight.status >= 400
        [simple, preflight].every { answer -> answer.fields.every { !it[0].startsWith('access-control-') } }
        simple.all('vary') == ['Origin']

        where:
        origin << STRANGERS
    }

    def "an answer varies by origin even where none was sent"() {
        expect:
        wire().get(target).all('vary') == ['Origin']

        where:
        target << ['/api/hello', '/no/such/route', '//refused']
    }

    def "where no origin is allowed none is, not even one from this machine"() {
        given:
        def other = start(new CorsSettings([]).properties())
        def wire = new Wire(other.getBean(EmbeddedServer).port)

        expect:
        ['https://app.example.org', 'http://localhost:3000', 'null', 'https://evil.example'].every { origin ->
            def answers = [
                    wire.get('/api/hello', ['Origin': origin]),
                    wire.ask('OPTIONS /api/hello HTTP/1.1\r\nHost: localhost\r\n', ['Origin': origin, 'Access-Control-Request-Method': 'GET']),
            ]
            answers.every { answer -> answer.fields.every { !it[0].startsWith('access-control-') && it[0] != 'vary' } }
        }

        cleanup:
        wire.close()
        other.close()
    }

    def "behind a proxy that calls us localhost a page of the same site is not locked out"() {
        given:
        def other = start(new CorsSettings([]).properties())
        def wire = new Wire(other.getBean(EmbeddedServer).port)

        expect:
        wire.ask('GET /api/hello HTTP/1.1\r\nHost: localhost:8080\r\n', ['Origin': 'https://www.example.org']).status == 200

        cleanup:
        wire.close()
        other.close()
    }

    private Wire.Answer preflight(String target, String method, String headers, Map<String, String> more = [:]) {
        wire().ask("OPTIONS $target HTTP/1.1\r\nHost: a\r\n", [
                'Origin'                        : 'https://app.example.org',
                'Access-Control-Request-Method' : method,
                'Access-Control-Request-Headers': headers,
        ] + more)
    }
}
