package dev.beranda.bootstrap.journey

/** Every error has one shape and says nothing of our insides. */
class ErrorsIT extends JourneySpecification {

    static final INSIDES = ~/(?i)exception|stack|java|micronaut|netty|jooq|hikari|postgres|sql|dev\.beranda|at [a-z]+\.[a-z]|\/home|\/root|\.groovy/

    def "#what is #status #code"() {
        when:
        def answer = visitor().send(method, path, body?.bytes, headers)

        then:
        answer.status == status
        answer.type == 'application/problem+json'
        with(answer.body as Map) {
            type == "urn:beranda:problem:$code"
            it.status == status
            it.code == code
            title && detail
            request_id == answer.header('x-request-id')
        }
        !(answer.text =~ INSIDES)
        answer.header('x-content-type-options') == 'nosniff'
        answer.header('server') == null

        where:
        what                     | method   | path                       | body                       | headers                                || status | code
        'an unknown path'        | 'GET'    | '/api/nowhere'             | null                       | [:]                                    || 404    | 'not_found'
        'an unknown path'        | 'GET'    | '/'                        | null                       | [Accept: 'text/html']                  || 404    | 'not_found'
        'a wrong method'         | 'GET'    | '/api/auth/login'          | null                       | [:]                                    || 405    | 'method_not_allowed'
        'a wrong method'         | 'DELETE' | '/api/auth/register'       | null                       | [:]                                    || 405    | 'method_not_allowed'
        'malformed JSON'         | 'POST'   | '/api/auth/login'          | '{'                        | ['Content-Type': 'application/json']   || 400    | 'malformed_json'
        'a name twice'           | 'POST'   | '/api/auth/login'          | '{"a":1,"a":2}'            | ['Content-Type': 'application/json']   || 400    | 'malformed_json'
        'an empty body'          | 'POST'   | '/api/auth/login'          | ''                         | ['Content-Type': 'application/json']   || 400    | 'bad_request'
        'another media type'     | 'POST'   | '/api/auth/login'          | '<a/>'                     | ['Content-Type': 'application/xml']    || 415    | 'unsupported_media_type'
        'no media type'          | 'POST'   | '/api/auth/login'          | '{}'                       | [:]                                    || 415    | 'unsupported_media_type'
        'a form where none goes' | 'POST'   | '/api/auth/password/change'| 'a=b'                      | ['Content-Type': 'application/x-www-form-urlencoded'] || 415 | 'unsupported_media_type'
        'an unknown field'       | 'POST'   | '/api/auth/token/verify'   | '{"token":"x","y":1}'      | ['Content-Type': 'application/json']   || 400    | 'unknown_field'
        'a missing field'        | 'POST'   | '/api/auth/token/verify'   | '{}'                       | ['Content-Type': 'application/json']   || 422    | 'validation_failed'
        'a bad token'            | 'GET'    | '/api/me'                  | null                       | [Authorization: 'Bearer x']            || 401    | 'token_not_valid'
        'another scheme'         | 'GET'    | '/api/me'                  | null                       | [Authorization: 'Basic eDp5']          || 401    | 'unauthenticated'
        'two megabytes'          | 'POST'   | '/api/auth/login'          | '{"a":"' + 'x' * 2_000_000 + '"}' | ['Content-Type': 'application/json'] || 413 | 'payload_too_large'
        'something packed'       | 'POST'   | '/api/auth/login'          | '{}'                       | ['Content-Type': 'application/json', 'Content-Encoding': 'gzip'] || 415 | 'unsupported_media_type'
    }

    def "a wrong method is told the right ones"() {
        expect:
        visitor().get('/api/auth/login').header('allow') == 'POST'
    }

    def "an error speaks the language asked for, its code never changes"() {
        when:
        def english = visitor().get('/api/nowhere').body
        def indonesian = visitor().get('/api/nowhere', ['Accept-Language': 'id']).body

        then:
        english.code == indonesian.code
        english.title == 'Not found'
        indonesian.title == 'Tidak ditemukan'
    }

    def "a request id is taken over if it is one, and made up if not: #given"() {
        when:
        def id = visitor().get('/api/nowhere', given == null ? [:] : ['X-Request-Id': given]).header('x-request-id')

        then:
        (id == given) == kept
        id ==~ /[A-Za-z0-9._-]{1,128}/

        where:
        given                || kept
        'abc-123.DEF_4'      || true
        null                 || false
        'a b'                || false
        'x' * 129            || false
        '${jndi:ldap://x}'   || false
        '<script>'           || false
    }

    def "a token in the address is no token"() {
        given:
        def guest = visitor()
        def login = guest.logIn(guest.register())

        expect:
        visitor().get("/api/me?access_token=$login.access").status == 401
        visitor().get("/api/me?token=$login.access").status == 401
    }

    def "of two who are said to ask, neither does: #what"() {
        given:
        def good = (0..1).collect { visitor().with { logIn(register()).access } }

        when:
        def answer = askAs(of(good))

        then:
        answer.startsWith("HTTP/1.1 $status ")
        status == 200 || answer.readLines().any { it ==~ /(?i)www-authenticate: bearer.*/ }
        !(answer =~ INSIDES)

        where:
        what                   | of                                     || status
        'one alone'            | { ["Bearer ${it[0]}"] }                || 200
        'one, twice'           | { ["Bearer ${it[0]}"] * 2 }            || 401
        'two, both good'       | { it.collect { "Bearer $it" } }        || 401
        'a good and a bad one' | { ["Bearer ${it[0]}", 'Bearer x'] }    || 401
        'a bad and a good one' | { ['Bearer x', "Bearer ${it[0]}"] }    || 401
        'a name and a token'   | { ['Basic eDp5', "Bearer ${it[0]}"] }  || 401
        'a token and a name'   | { ["Bearer ${it[0]}", 'Basic eDp5'] }  || 401
        'two in one line'      | { ["Bearer ${it[0]}, Bearer ${it[1]}"] } || 401
    }

    /** Byte by byte, for no client sends the field twice. */
    private String askAs(List<String> authorizations) {
        new Socket(nodes[0].host, nodes[0].port).withCloseable { socket ->
            socket.soTimeout = 10_000
            def fields = authorizations.collect { "Authorization: $it\r\n" }.join('')
            socket.outputStream << "GET /api/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\n$fields\r\n".getBytes('ISO-8859-1')
            socket.inputStream.getText('UTF-8')
        }
    }
}
