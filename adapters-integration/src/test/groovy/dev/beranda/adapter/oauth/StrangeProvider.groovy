package dev.beranda.adapter.oauth

import com.nimbusds.jose.JOSEObjectType
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.RSASSASigner
import com.nimbusds.jose.jwk.RSAKey
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.identity.ErrandSecrets
import dev.beranda.domain.identity.ErrandToken
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.identity.ProviderCode
import dev.beranda.domain.identity.SomeErrand
import dev.beranda.domain.identity.Testimony
import groovy.json.JsonOutput
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors

/// A provider that answers as it is told to, however badly.
class StrangeProvider implements AutoCloseable {

    static final KEY = new RSAKeyGenerator(2048).keyID('one').generate()
    static final SECRETS = new ErrandSecrets('the-nonce', 'v' * 43)

    final SettableClock clock = new SettableClock()
    final Map<String, Closure<?>> answers = [:]
    final List<Map<String, ?>> asked = new CopyOnWriteArrayList<>()
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    private final threads = Executors.newVirtualThreadPerTaskExecutor()

    StrangeProvider() {
        server.executor = threads
        server.createContext('/') { exchange ->
            def body = exchange.requestBody.text
            asked << [
                path   : exchange.requestURI.path,
                query  : fields(exchange.requestURI.rawQuery ?: ''),
                headers: exchange.requestHeaders,
                form   : fields(body),
            ]
            try {
                (answers[exchange.requestURI.path] ?: { json(it, [error: 'not_found'], 404) }).call(exchange)
            } catch (IOException hungUp) {
                // They do not listen any more.
            } finally {
                exchange.close()
            }
        }
        server.start()
        answers['/.well-known/openid-configuration'] = { json(it, places()) }
        answers['/keys'] = { json(it, [keys: [KEY.toPublicJWK().toJSONObject()]]) }
        answers['/token'] = { json(it, [access_token: 'access', token_type: 'Bearer', id_token: idToken()]) }
    }

    String getAddress() {
        "http://127.0.0.1:${server.address.port}"
    }

    Map<String, ?> places() {
        [
            issuer                : address,
            authorization_endpoint: "$address/authorize",
            token_endpoint        : "$address/token",
            jwks_uri              : "$address/keys",
            userinfo_endpoint     : "$address/me",
        ]
    }

    Map<String, ?> claims() {
        def now = clock.instant().epochSecond
        [iss: address, aud: 'beranda', sub: 'subject-1', iat: now, exp: now + 300, nonce: 'the-nonce',
         email: 'ayu@example.com', email_verified: true, name: 'Ayu', preferred_username: 'ayu']
    }

    String idToken(Map<String, ?> changes = [:], Map<String, ?> header = [:]) {
        def key = (header.key ?: KEY) as RSAKey
        def head = new JWSHeader.Builder(JWSAlgorithm.parse(header.alg as String ?: 'RS256'))
                .keyID(header.containsKey('kid') ? header.kid as String : 'one')
                .type(new JOSEObjectType(header.typ as String ?: 'JWT'))
        def signed = new JWSObject(head.build(), new Payload(JsonOutput.toJson(changed(changes))))
        signed.sign(new RSASSASigner(key.toPrivateKey(), true))
        signed.serialize()
    }

    /// What is null goes away.
    Map<String, ?> changed(Map<String, ?> changes) {
        (claims() + changes).findAll { !changes.containsKey(it.key) || it.value != null }
    }

    OauthProviders believedAs(Dialect dialect = new Dialect.OpenId(URI.create(address)), Duration patience = Duration.ofSeconds(5)) {
        def registration = new Registration(new Provider('sunrise'), dialect, 'beranda', new ClientSecret('canary-client-secret'))
        new OauthProviders([registration], 'https://beranda.test', clock, patience)
    }

    static Testimony hear(OauthProviders providers) {
        providers.hear(SomeErrand.of(), new ProviderCode('the-code'), SECRETS)
    }

    static Optional<URI> addressOf(OauthProviders providers) {
        providers.addressOf(SomeErrand.of(), new ErrandToken('the-state'), SECRETS)
    }

    List<Map<String, ?>> askedFor(String path) {
        asked.findAll { it.path == path }
    }

    static void json(HttpExchange exchange, Object body, int status = 200) {
        send(exchange, JsonOutput.toJson(body), 'application/json;charset=utf-8', status)
    }

    static void send(HttpExchange exchange, String body, String type, int status = 200) {
        exchange.responseHeaders.set('Content-Type', type)
        def bytes = body.getBytes('UTF-8')
        exchange.sendResponseHeaders(status, bytes.length ?: -1)
        exchange.responseBody.write(bytes)
    }

    @Override
    void close() {
        server.stop(0)
        threads.shutdownNow()
    }

    static Map<String, String> fields(String text) {
        text.split('&').findAll { it.contains('=') }.collectEntries {
            def (name, value) = it.split('=', 2)
            [URLDecoder.decode(name, 'UTF-8'), URLDecoder.decode(value, 'UTF-8')]
        }
    }
}
