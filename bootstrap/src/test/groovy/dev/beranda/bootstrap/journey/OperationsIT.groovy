package dev.beranda.bootstrap.journey

import com.nimbusds.jose.crypto.ECDSAVerifier
import com.nimbusds.jose.jwk.JWKSet
import com.nimbusds.jwt.SignedJWT

class OperationsIT extends JourneySpecification {

    /** For everybody, whatever they say of themselves: there is nothing to refuse. */
    static final KEYS = '/.well-known/jwks.json'

    def "health is told in one word"() {
        expect:
        visitor().get("/health/$kind").with { status == 200 && body == [status: 'UP'] }

        where:
        kind << ['liveness', 'readiness']
    }

    def "numbers are there for Prometheus, without names or addresses of people"() {
        given:
        def guest = visitor()
        def account = guest.register()
        guest.logIn(account)

        when:
        def metrics = visitor().get('/prometheus')

        then:
        metrics.status == 200
        metrics.text.contains('jvm_memory_used_bytes')
        metrics.text.contains('beranda_password_hashes_total')
        metrics.text.contains('beranda_database_clock_skew_seconds')
        !metrics.text.contains(account.username)
    }

    def "but not for who comes past a proxy: there they are not"() {
        expect:
        visitor().get('/prometheus', [(field): value]).with { status == 404 && body.code == 'not_found' && !text.contains('jvm') }

        where:
        field             | value
        'X-Forwarded-For' | '203.0.113.7'
        'X-Forwarded-For' | '127.0.0.1'
        'Forwarded'       | 'for=127.0.0.1'
        'Via'             | '1.1 cache'
    }

    def "where there is a token for them, it is what opens them, from wherever"() {
        given:
        def token = 'a-token-that-nobody-could-guess-at-all'
        def node = Town.open(Town.sharedDatabase(), [BERANDA_METRICS_TOKEN: token])
        def collector = new Visitor(node.uri, description(nodes[0]))

        expect:
        with(collector.get('/prometheus', [Authorization: "Bearer $token".toString(), 'X-Forwarded-For': '203.0.113.7'])) {
            status == 200
            text.contains('jvm_memory_used_bytes')
        }
        with(collector.get('/prometheus')) {
            status == 401
            header('www-authenticate') == 'Bearer'
            body.code == 'unauthenticated'
        }
        with(collector.get('/prometheus', [Authorization: 'Bearer another-token-that-nobody-could-guess'])) {
            status == 401
            header('www-authenticate').startsWith('Bearer')
            body.code == 'token_not_valid'
        }

        cleanup:
        Town.close(node)
    }

    def "nothing else of our insides is open: #path"() {
        expect:
        visitor().get(path).status in [401, 404]

        where:
        path << ['/env', '/beans', '/loggers', '/heapdump', '/threaddump', '/refresh', '/stop', '/routes', '/metrics',
                 '/info', '/caches', '/swagger', '/swagger-ui', '/.git/config', '/META-INF/swagger/beranda.json']
    }

    def "everybody can check our tokens with the published keys"() {
        given:
        def guest = visitor()
        def token = SignedJWT.parse(guest.logIn(guest.register()).access)

        when:
        def answer = visitor(1).get(KEYS)
        def key = JWKSet.parse(answer.text).getKeyByKeyId(token.header.keyID)

        then:
        answer.status == 200
        answer.header('cache-control').contains('max-age')
        visitor().get(KEYS, ['If-None-Match': answer.header('etag')]).status == 304
        token.verify(new ECDSAVerifier(key.toECKey()))
        JWKSet.parse(answer.text).keys.every { !it.private && it.algorithm.name == 'ES256' }
        token.header.type.type == 'at+jwt'
        token.JWTClaimsSet.claims.keySet() == ['iss', 'aud', 'sub', 'iat', 'exp', 'jti', 'sid', 'role', 'ath'] as Set
    }

    def "the description says OpenAPI 3.1 and names every route with its errors"() {
        given:
        def document = description(nodes[0]).document

        expect:
        document.get('openapi').asText().startsWith('3.1')
        routes()*.get(1).contains(KEYS)
        routes().every { method, path -> document.at("/paths/${path.replace('/', '~1')}/$method").has('operationId') }
        document.get('paths').fields().every { path ->
            path.key == KEYS || path.value.every { operation -> operation.get('responses').fieldNames().any { it.startsWith('4') } }
        }
    }

    def "the pages to browse it come from this house alone"() {
        when:
        def page = visitor().get('/docs')

        then:
        page.status == 200
        page.type == 'text/html'
        page.header('content-security-policy').contains("default-src 'none'")
        !(page.text =~ /https?:\/\//)
        ['docs.js', 'swagger-ui.css', 'swagger-ui-bundle.js'].every { visitor().get("/docs/$it").status == 200 }
        visitor().get('/docs/docs.properties').status == 404
    }

    /** What the running server routes to, but for operating it. */
    private static List<List<String>> routes() {
        Town.beans(0).getBean(io.micronaut.web.router.Router).uriRoutes()
                .map { [it.httpMethodName.toLowerCase(), it.uriMatchTemplate.toPathString()] }
                .filter { (it[1].startsWith('/api') || it[1] == KEYS) && it[0] != 'head' && it[0] != 'options' }
                .toList()
    }
}
