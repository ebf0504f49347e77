package dev.beranda.adapter.web.http

class RefusedHeadsIT extends AtTheDoor {

    def "a head that two readers could read in two ways is refused, and nothing after it is heard"() {
        given:
        int before = visitors
        def wire = wire()

        when:
        wire.send(request + 'GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n')

        then:
        with(wire.answer()) {
            isProblem(400, 'bad_request')
            it['connection'] == 'close'
        }
        wire.answer() == null
        visitors == before

        where:
        fault                                  | request
        'length and chunks'                    | post('Content-Length: 4', 'Transfer-Encoding: chunked') + '0\r\n\r\n'
        'chunks and length'                    | post('Transfer-Encoding: chunked', 'Content-Length: 4') + '0\r\n\r\n'
        'two lengths'                          | post('Content-Length: 4', 'Content-Length: 5') + 'abcd'
        'two equal lengths'                    | post('Content-Length: 4', 'Content-Length: 4') + 'abcd'
        'a list of lengths'                    | post('Content-Length: 4, 4') + 'abcd'
        'a signed length'                      | post('Content-Length: +4') + 'abcd'
        'a negative length'                    | post('Content-Length: -4') + 'abcd'
        'a hexadecimal length'                 | post('Content-Length: 0x4') + 'abcd'
        'an empty length'                      | post('Content-Length: ') + 'abcd'
        'a length with a blank'                | post('Content-Length: 4 4') + 'abcd'
        'a length beyond numbers'              | post('Content-Length: 99999999999999999999') + 'abcd'
        'an unknown coding'                    | post('Transfer-Encoding: xchunked') + '0\r\n\r\n'
        'chunks not last'                      | post('Transfer-Encoding: chunked, identity') + '0\r\n\r\n'
        'identity first'                       | post('Transfer-Encoding: identity, chunked') + '0\r\n\r\n'
        'compression as transfer'              | post('Transfer-Encoding: gzip, chunked') + '0\r\n\r\n'
        'chunks twice'                         | post('Transfer-Encoding: chunked, chunked') + '0\r\n\r\n'
        'two transfer codings'                 | post('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + '0\r\n\r\n'
        'two equal transfer codings'           | post('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked') + '0\r\n\r\n'
        'chunks with a parameter'              | post('Transfer-Encoding: chunked;q=1') + '0\r\n\r\n'
        'chunks after a control byte'          | post('Transfer-Encoding: \u000bchunked') + '0\r\n\r\n'
        'quoted chunks'                        | post('Transfer-Encoding: "chunked"') + '0\r\n\r\n'
        'empty transfer coding'                | post('Transfer-Encoding: ') + '0\r\n\r\n'
        'chunks in HTTP/1.0'                   | 'POST /api/body HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
        'a blank before the colon'             | post('Transfer-Encoding : chunked') + '0\r\n\r\n'
        'a tab before the colon'               | post('Content-Length\t: 4') + 'abcd'
        'a folded line'                        | post('X: a', ' b')
        'a folded transfer coding'             | post('Transfer-Encoding:', '\tchunked') + '0\r\n\r\n'
        'a first line that is folded'          | 'GET /api/hello HTTP/1.1\r\n Host: a\r\n\r\n'
        'a line without a colon'               | post('Content-Length 4')
        'a line without a name'                | post(': 4')
        'a bare line feed in a head'           | 'GET /api/hello HTTP/1.1\nHost: a\r\n\r\n'
        'a bare line feed between fields'      | 'GET /api/hello HTTP/1.1\r\nHost: a\nX: b\r\n\r\n'
        'a bare line feed at the end'          | 'GET /api/hello HTTP/1.1\r\nHost: a\r\n\n'
        'a bare carriage return in a value'    | 'GET /api/hello HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n'
        'a zero byte in a value'               | 'GET /api/hello HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n'
        'a zero byte in a name'                | 'GET /api/hello HTTP/1.1\r\nHost: a\r\nX\u0000: b\r\n\r\n'
        'a control byte in a value'            | 'GET /api/hello HTTP/1.1\r\nHost: a\r\nX: a\u0001b\r\n\r\n'
        'no version'                           | 'GET /api/hello\r\nHost: a\r\n\r\n'
        'an unknown version'                   | 'GET /api/hello HTTP/1.2\r\nHost: a\r\n\r\n'
        'a version of the future'              | 'GET /api/hello HTTP/3.0\r\nHost: a\r\n\r\n'
        'the preface of HTTP/2'                | 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'
        'no version at all'                    | 'GET /api/hello HTTP/\r\nHost: a\r\n\r\n'
        'words too many'                       | 'GET /api/hello x HTTP/1.1\r\nHost: a\r\n\r\n'
        'another protocol'                     | '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n'
        'no target'                            | 'GET  HTTP/1.1\r\nHost: a\r\n\r\n'
    }

    def "a body in chunks that are not put together properly is refused, and no route sees a part of it"() {
        given:
        int before = visitors
        def wire = wire()

        when:
        wire.send(post('Transfer-Encoding: chunked') + '2\r\nab\r\n' + chunk + 'GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n')

        then:
        wire.answer().isProblem(400, 'bad_request')
        wire.answer() == null
        visitors == before

        where:
        fault                               | chunk
        'an extension with a bare LF'       | '2;a=b\nxx\r\n0\r\n\r\n'
        'an extension with a bare CR'       | '2;a=\rb\r\nxx\r\n0\r\n\r\n'
        'an extension that is left open'    | '2;a="b\r\nxx\r\n0\r\n\r\n'
        'a size beyond numbers'             | '100000000000000005\r\nab\r\n0\r\n\r\n'
        'a size of another sign'            | '-2\r\nab\r\n0\r\n\r\n'
        'a size with a prefix'              | '0x2\r\nab\r\n0\r\n\r\n'
        'no size'                           | '\r\nab\r\n0\r\n\r\n'
        'a size with a blank before'        | ' 2\r\nab\r\n0\r\n\r\n'
        'a size with a blank after'         | '2 \r\nab\r\n0\r\n\r\n'
        'a size ended by a bare LF'         | '2\nab\r\n0\r\n\r\n'
        'a chunk without its end'           | '2\r\nabc\r\n0\r\n\r\n'
        'a chunk ended by a bare LF'        | '2\r\nab\n0\r\n\r\n'
        'a trailer without a colon'         | '0\r\nnonsense\r\n\r\n'
    }

    def "chunks that are in order arrive as one body"() {
        expect:
        wire().send(post('Transfer-Encoding: CHUNKED') + '2\r\nab\r\n3;a=b;c="d e"\r\ncde\r\n0\r\nTrailer: x\r\n\r\n').answer().body == '5 characters'
    }

    def "a host is named once and properly"() {
        expect:
        wire().ask(start).with { status == 200 || isProblem(400, 'bad_request') && status == 400 }
        wire().ask(start).status == status

        where:
        start                                                             || status
        'GET /api/hello HTTP/1.1\r\nHost: www.example.org\r\n'            || 200
        'GET /api/hello HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n'             || 200
        'GET /api/hello HTTP/1.1\r\nHost: [::1]:8080\r\n'                 || 200
        'GET /api/hello HTTP/1.0\r\n'                                     || 200
        'GET http://a/api/hello HTTP/1.1\r\nHost: b\r\n'                  || 200
        'GET /api/hello HTTP/1.1\r\n'                                     || 400
        'GET /api/hello HTTP/1.1\r\nHost:\r\n'                            || 400
        'GET /api/hello HTTP/1.1\r\nHost: a\r\nHost: a\r\n'               || 400
        'GET /api/hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n'               || 400
        'GET /api/hello HTTP/1.1\r\nHost: a, b\r\n'                       || 400
        'GET /api/hello HTTP/1.1\r\nHost: http://a/\r\n'                  || 400
        'GET /api/hello HTTP/1.1\r\nHost: a/b\r\n'                        || 400
        'GET /api/hello HTTP/1.1\r\nHost: u@a\r\n'                        || 400
        'GET /api/hello HTTP/1.1\r\nHost: a:b\r\n'                        || 400
        'GET http://u@a/api/hello HTTP/1.1\r\nHost: a\r\n'                || 400
        'GET http:///api/hello HTTP/1.1\r\nHost: a\r\n'                   || 400
    }

    def "a head that is too large is refused by its part that is"() {
        given:
        def wire = wire()

        expect:
        wire.trySend((start + '\r\n').getBytes('ISO-8859-1')).answer().isProblem(status, code)
        wire.answer() == null

        where:
        start                                                                          || status | code
        'GET /' + 'x' * 4096 + ' HTTP/1.1\r\nHost: a\r\n'                              || 414    | 'uri_too_long'
        'GET /?' + 'x' * 1_000_000 + ' HTTP/1.1\r\nHost: a\r\n'                        || 414    | 'uri_too_long'
        'GET /api/hello HTTP/1.1\r\nHost: a\r\nX: ' + 'x' * 100_000 + '\r\n'           || 431    | 'headers_too_large'
        'GET /api/hello HTTP/1.1\r\nHost: a\r\n' + 'x' * 100_000 + ': a\r\n'           || 431    | 'headers_too_large'
        'GET /api/hello HTTP/1.1\r\nHost: a\r\n' + (1..10_000).collect { "X-$it: a\r\n" }.join('') || 431 | 'headers_too_large'
    }

    def "a hundred fields are nothing unusual"() {
        expect:
        wire().ask('GET /api/hello HTTP/1.1\r\nHost: a\r\n' + (1..100).collect { "X-$it: some value\r\n" }.join('')).status == 200
    }

    def "a method we do not speak is refused before any route is asked"() {
        given:
        int before = visitors

        when:
        def answer = wire().ask("$method $target HTTP/1.1\r\nHost: a\r\n", ['X-HTTP-Method-Override': 'GET'])

        then:
        answer.isProblem(405, 'method_not_allowed')
        answer['allow'] == allow
        visitors == before

        where:
        method     | target             || allow
        'TRACE'    | '/api/hello'       || 'GET, HEAD, DELETE'
        'CONNECT'  | '/api/hello'       || 'GET, HEAD, DELETE'
        'PROPFIND' | '/api/hello/'      || 'GET, HEAD, DELETE'
        'get'      | '/api/hello'       || 'GET, HEAD, DELETE'
        'Get'      | '/api/hello?a=b'   || 'GET, HEAD, DELETE'
        'GETX'     | '/api/things/x'    || 'GET, HEAD'
        'QUERY'    | '/api/body'        || 'POST'
    }

    def "what can be done somewhere is told alike by the door and by the routes: #target"() {
        given:
        def atTheDoor = wire().ask("TRACE $target HTTP/1.1\r\nHost: a\r\n")
        def within = wire().ask("PATCH $target HTTP/1.1\r\nHost: a\r\n", ['Content-Type': 'application/json', 'Content-Length': '0'])

        expect:
        [atTheDoor, within]*.status == [405, 405]
        allowed(atTheDoor) == allowed(within)

        where:
        target << ['/api/hello', '/api/body', '/api/things/x']
    }

    def "where nothing is there is nothing to be done, be it by whatever method"() {
        expect:
        wire().ask("$method $target HTTP/1.1\r\nHost: a\r\n").isProblem(status, code)

        where:
        method    | target                || status | code
        'TRACE'   | '/no/such/route'      || 404    | 'not_found'
        'GETX'    | '//api/hello'         || 404    | 'not_found'
        'CONNECT' | 'www.example.org:443' || 400    | 'bad_request'
    }

    def "why they are turned away is told to people in their language: #language"() {
        when:
        def answer = wire().get('//refused', language ? ['Accept-Language': language] : [:])

        then:
        answer.isProblem(404, 'not_found')
        answer.body.contains("\"title\":\"$title\"")

        where:
        language            || title
        null                || 'Not found'
        'id'                || 'Tidak ditemukan'
        'id-ID,en;q=0.5'    || 'Tidak ditemukan'
        'en,id;q=0.5'       || 'Not found'
        'fr'                || 'Not found'
        '"; nonsense'       || 'Not found'
    }

    def "there are words for every reason, in every language: #reason, #language"() {
        when:
        def answer = context.getBean(Refusals).answer(reason, request(language), 'an-id')

        then:
        answer.status() == reason.status()
        answer.content().toString(java.nio.charset.StandardCharsets.UTF_8) ==~
                /\{"type":"urn:beranda:problem:${reason.code()}","title":"[^"]+","status":${reason.status().code()},"detail":"[^"]+","code":"${reason.code()}","request_id":"an-id"\}/

        where:
        [reason, language] << [Refusal.values(), ['en', 'id']].combinations()
    }

    def "nothing but the request line says the method"() {
        expect:
        wire().get('/api/hello?_method=DELETE', [(name): 'DELETE']).body == 'hello /api/hello?_method=DELETE'

        where:
        name << ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']
    }

    def "an answer to HEAD has the length and no body"() {
        given:
        def wire = wire()

        when:
        wire.send("HEAD $target HTTP/1.1\r\nHost: a\r\n\r\n")
        def answer = wire.answer(true)

        then:
        answer.status == status
        answer['content-length'] == length

        when:
        def next = wire.trySend('GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n'.bytes).answer()

        then:
        next?.status == nextStatus

        where:
        target               || status | length   | nextStatus
        '/api/hello'         || 200    | '16'     | 200
        '/api/large?size=99' || 200    | '99'     | 200
        '/no/such/route'     || 404    | '178'    | 200
        '//refused'          || 404    | '178'    | null
        '/api/endless'       || 200    | null     | null
    }

    def "only one spelling of an address leads to its route"() {
        given:
        int before = visitors

        expect:
        wire().get(target).isProblem(status, code)
        visitors == before

        where:
        target                || status | code
        '//api/hello'         || 404    | 'not_found'
        '/./api/hello'        || 404    | 'not_found'
        '/x/../api/hello'     || 404    | 'not_found'
        '/x/..;/api/hello'    || 404    | 'not_found'
        '/%2e/api/hello'      || 404    | 'not_found'
        '/api/%68ello'        || 404    | 'not_found'
        '/api%2fhello'        || 404    | 'not_found'
        '/api\\hello'         || 404    | 'not_found'
        '/api/hello;a=b'      || 404    | 'not_found'
        '/api/hello%00'       || 400    | 'bad_request'
        '/api/hello%0a'       || 400    | 'bad_request'
        '/api/%ff'            || 400    | 'bad_request'
        '/api/\u00e9'         || 400    | 'bad_request'
    }

    def "a slash at the end never matters, and other letters always do"() {
        expect:
        wire().get(target).body == body

        where:
        target                    || body
        '/api/hello'              || 'hello /api/hello'
        '/api/hello/'             || 'hello /api/hello'
        '/api/hello/?a=b'         || 'hello /api/hello?a=b'
        '/api/auth/login/'        || 'login'
        '/api/things/caf%C3%A9/'  || 'thing caf\u00e9'
        '/api/query/?q=a|b'       || 'asked for a|b'
        'http://b/api/hello/'     || 'hello /api/hello'
    }

    def "a route is not found under its name in capitals"() {
        expect:
        wire().get('/API/hello').status == 404
    }

    private static Set<String> allowed(Wire.Answer answer) {
        answer.all('allow').collectMany { it.split(', *').toList() }.toSet()
    }

    private static request(String language) {
        def head = new io.netty.handler.codec.http.DefaultHttpRequest(
                io.netty.handler.codec.http.HttpVersion.HTTP_1_1, io.netty.handler.codec.http.HttpMethod.GET, '/api/hello')
        head.headers().set('Accept-Language', language)
        head
    }

    private static String post(String... fields) {
        'POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n' + fields.collect { "$it\r\n" }.join('') + '\r\n'
    }
}
