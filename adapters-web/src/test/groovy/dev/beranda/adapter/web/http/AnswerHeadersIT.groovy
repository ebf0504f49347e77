package dev.beranda.adapter.web.http

import io.micronaut.runtime.server.EmbeddedServer

class AnswerHeadersIT extends AtTheDoor {

    static final EVERYWHERE = [
            'x-content-type-options'      : ['nosniff'],
            'content-security-policy'     : ["default-src 'none'; frame-ancestors 'none'"],
            'referrer-policy'             : ['no-referrer'],
            'cross-origin-resource-policy': ['same-origin'],
            'server'                      : [],
            'strict-transport-security'   : [],
    ]

    def "every answer carries the headers, whoever gave it"() {
        when:
        def answer = wire().ask(start)

        then:
        answer.status == status
        EVERYWHERE.every { name, values -> answer.all(name) == values }
        answer.all('date').size() == 1
        answer['date'] ==~ /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/
        answer.all('x-request-id').size() == 1

        where:
        start                                                           || status
        'GET /api/hello HTTP/1.1\r\nHost: a\r\n'                        || 200
        'HEAD /api/hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n'  || 200
        'GET /api/hello HTTP/1.0\r\n'                                   || 200
        'GET /api/id/blocking HTTP/1.1\r\nHost: a\r\n'                  || 200
        'GET /no/such/route HTTP/1.1\r\nHost: a\r\n'                    || 404
        'POST /api/hello HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n'  || 405
        'POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Type: image/png\r\n' || 415
        'GET /api/hello HTTP/1.1\r\nHost: a\r\nAccept: image/png\r\n'   || 406
        'GET /api/boom HTTP/1.1\r\nHost: a\r\n'                         || 500
        'GET /%2e HTTP/1.1\r\nHost: a\r\n'                              || 404
        'TRACE /api/hello HTTP/1.1\r\nHost: a\r\n'                      || 405
        'POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n' || 413
        'GET /api/hello HTTP/1.1\r\nHost: a\r\nX: ' + 'x' * 9000 + '\r\n'   || 431
        'GET /' + 'x' * 5000 + ' HTTP/1.1\r\nHost: a\r\n'               || 414
        'nonsense\r\n'                                                  || 400
    }

    def "a route may have its own policies, but not a name plate"() {
        given:
        def answer = wire().get('/api/own')

        expect:
        answer.all('content-security-policy') == ["default-src 'self'"]
        answer.all('cross-origin-resource-policy') == ['cross-origin']
        answer.all('cache-control') == ['public, max-age=60']
        answer.all('server') == []
        answer.all('x-content-type-options') == ['nosniff']
    }

    def "what may be about one person is not stored"() {
        expect:
        wire().get(target, fields).all('cache-control') == [policy].findAll()

        where:
        target              | fields                       || policy
        '/api/hello'        | [:]                          || null
        '/api/hello'        | ['Authorization': 'Bearer x'] || 'no-store'
        '/api/hello'        | ['Cookie': 'a=b']            || 'no-store'
        '/api/auth/login'   | [:]                          || 'no-store'
        '/api/auth/login/'  | [:]                          || 'no-store'
        '/api/auth/x?y'     | [:]                          || 'no-store'
        '/api/auth?y'       | [:]                          || 'no-store'
        '/api/cookie'       | [:]                          || 'no-store'
        '/no/such/route'    | [:]                          || 'no-store'
        '/api/boom'         | [:]                          || 'no-store'
        '/api/own'          | ['Authorization': 'Bearer x'] || 'public, max-age=60'
    }

    def "a public address with https commits browsers to it for at least a year"() {
        given:
        def other = start(['beranda.public-url': url])
        def wire = new Wire(other.getBean(EmbeddedServer).port)

        expect:
        [wire.get('/api/hello'), wire.get('/no/such/route'), wire.get('//')]*.getAt('strict-transport-security').toSet() == [policy].toSet()

        cleanup:
        wire.close()
        other.close()

        where:
        url                        || policy
        'https://www.example.org'  || 'max-age=63072000; includeSubDomains'
        'HTTPS://www.example.org'  || 'max-age=63072000; includeSubDomains'
        'http://www.example.org'   || null
    }
}
