package dev.beranda.adapter.oauth

import dev.beranda.domain.fixture.Race
import dev.beranda.domain.identity.Testimony
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicLong
import java.util.zip.GZIPOutputStream
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/// What comes of a provider that is broken, or means harm.
@Timeout(60)
class HostileProviderIT extends Specification {

    static final UNAVAILABLE = new Testimony.Unavailable()
    static final WORTHLESS = new Testimony.Worthless()

    @AutoCleanup
    def provider = new StrangeProvider()

    @AutoCleanup
    def providers = provider.believedAs(new Dialect.OpenId(URI.create(provider.address)), Duration.ofMillis(1500))

    @AutoCleanup('countDown')
    def end = new CountDownLatch(1)

    def "a browser is sent where the issuer says, with all it needs, and nothing that is ours alone"() {
        when:
        def address = StrangeProvider.addressOf(providers).get()

        then:
        address.toString().startsWith("$provider.address/authorize?")
        StrangeProvider.fields(address.rawQuery) == [
            response_type        : 'code',
            client_id            : 'beranda',
            redirect_uri         : 'https://beranda.test/api/auth/oauth/sunrise/callback',
            scope                : 'openid email profile',
            state                : 'the-state',
            nonce                : 'the-nonce',
            code_challenge       : Base64.urlEncoder.withoutPadding().encodeToString(('v' * 43).digest('SHA-256').decodeHex()),
            code_challenge_method: 'S256',
        ]
    }

    def "the code is shown with what proves that it is ours: #ways"() {
        given:
        provider.answers['/.well-known/openid-configuration'] = { StrangeProvider.json(it, provider.places() + ways) }

        when:
        StrangeProvider.hear(providers)

        then:
        with(provider.askedFor('/token').first()) {
            form.subMap(['grant_type', 'code', 'redirect_uri', 'code_verifier']) == [
                grant_type: 'authorization_code', code: 'the-code', code_verifier: 'v' * 43,
                redirect_uri: 'https://beranda.test/api/auth/oauth/sunrise/callback',
            ]
            form.subMap(['client_id', 'client_secret']) == inForm
            headers.getFirst('Authorization') == inHead
        }

        where:
        ways                                                                                    || inForm                                                        | inHead
        [:]                                                                                     || [:]                                                           | "Basic ${'beranda:canary-client-secret'.bytes.encodeBase64()}"
        [token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic']] || [:]                                                           | "Basic ${'beranda:canary-client-secret'.bytes.encodeBase64()}"
        [token_endpoint_auth_methods_supported: ['client_secret_post']]                         || [client_id: 'beranda', client_secret: 'canary-client-secret'] | null
    }

    def "an issuer that says strange things of itself sends nobody anywhere: #changes"() {
        given:
        provider.answers['/.well-known/openid-configuration'] = { StrangeProvider.json(it, provider.places() + changes) }

        expect:
        StrangeProvider.addressOf(providers).empty
        StrangeProvider.hear(providers) == WORTHLESS

        where:
        changes << [
            [issuer: 'https://another.test'], [issuer: null], [authorization_endpoint: 'javascript:alert(1)'], [authorization_endpoint: null],
            [authorization_endpoint: 'file:///etc/passwd'], [token_endpoint: '/token'], [token_endpoint: 'http://user@127.0.0.1/token'],
            [jwks_uri: 'gopher://127.0.0.1/'], [userinfo_endpoint: 17], [authorization_endpoint: 'http://[broken'],
        ]
    }

    def "what cannot be understood is like silence: #what"() {
        given:
        provider.answers['/token'] = answer

        expect:
        StrangeProvider.hear(providers) == UNAVAILABLE
        provider.askedFor('/elsewhere').empty

        where:
        what                    | answer
        'an error page'         | { StrangeProvider.send(it, '<html>Oops</html>', 'text/html', 500) }
        'JSON with a fault'     | { StrangeProvider.json(it, [id_token: 'x'], 500) }
        'a page that is well'   | { StrangeProvider.send(it, '<html>Hello</html>', 'text/html') }
        'JSON as a page'        | { StrangeProvider.send(it, '{}', 'text/html') }
        'JSON without a type'   | { it.sendResponseHeaders(200, 2); it.responseBody.write('{}'.bytes) }
        'no JSON'               | { StrangeProvider.send(it, 'access_token=x', 'application/json') }
        'a list'                | { StrangeProvider.send(it, '[]', 'application/json') }
        'nothing'               | { StrangeProvider.send(it, '', 'application/json') }
        'half of it'            | { it.responseHeaders.set('Content-Type', 'application/json'); it.sendResponseHeaders(200, 100); it.responseBody.write('{"a'.bytes) }
        'no bottom'             | { StrangeProvider.send(it, '{"a":' * 40_000, 'application/json') }
        'sent on'               | { it.responseHeaders.set('Location', '/elsewhere'); it.sendResponseHeaders(307, -1) }
        'sent to another'       | { it.responseHeaders.set('Location', 'http://169.254.169.254/'); it.sendResponseHeaders(302, -1) }
        'too often'             | { StrangeProvider.json(it, [error: 'slow_down'], 429) }
        'a packed bomb'         | { bomb(it) }
        'an enormous promise'   | { it.responseHeaders.set('Content-Type', 'application/json'); it.sendResponseHeaders(200, 1L << 62); it.responseBody.write('{}'.bytes) }
    }

    def "what is refused is refused: #what"() {
        given:
        provider.answers['/token'] = answer

        expect:
        StrangeProvider.hear(providers) == WORTHLESS

        where:
        what                      | answer
        'as it should be'         | { StrangeProvider.json(it, [error: 'invalid_grant'], 400) }
        'as if all were well'     | { StrangeProvider.json(it, [error: 'invalid_grant', id_token: 'x']) }
        'with words for the log'  | { StrangeProvider.json(it, [error: '\r\n{"level":"ERROR"}${jndi:ldap://x}'], 401) }
        'without an ID token'     | { StrangeProvider.json(it, [access_token: 'access']) }
    }

    def "who never ends is not listened to for ever, and not for long: #what"() {
        given:
        def sent = new AtomicLong()
        provider.answers['/token'] = { trouble(it, sent, end) }

        expect:
        StrangeProvider.hear(providers) == UNAVAILABLE
        sent.get() < 64 * 1024 * 1024

        where:
        what                    | trouble
        'silence'               | { it, count, last -> last.await() }
        'silence after a start' | { it, count, last -> it.responseHeaders.set('Content-Type', 'application/json'); it.sendResponseHeaders(200, 0); it.responseBody.write(123); it.responseBody.flush(); last.await() }
        'one byte at a time'    | { it, count, last -> talk(it, count, new byte[1], 50) }
        'a flood'               | { it, count, last -> talk(it, count, new byte[65536], 0) }
    }

    def "who fails again and again is left alone for a while, then asked once"() {
        given:
        StrangeProvider.hear(providers)
        provider.answers['/token'] = { it.sendResponseHeaders(500, -1) }

        when:
        20.times { assert StrangeProvider.hear(providers) == UNAVAILABLE }

        then:
        provider.askedFor('/token').size() == 1 + Breaker.FAILURES
        StrangeProvider.addressOf(providers).empty

        when:
        provider.clock.goOn(Breaker.PAUSE)
        20.times { assert StrangeProvider.hear(providers) == UNAVAILABLE }

        then:
        provider.askedFor('/token').size() == 2 + Breaker.FAILURES

        when:
        provider.answers['/token'] = { StrangeProvider.json(it, [access_token: 'access', id_token: provider.idToken()]) }
        provider.clock.goOn(Breaker.PAUSE)

        then:
        StrangeProvider.hear(providers) instanceof Testimony.Vouched
        StrangeProvider.hear(providers) instanceof Testimony.Vouched
    }

    def "what people bring wrongly is no fault of the provider's"() {
        given:
        provider.answers['/token'] = { StrangeProvider.json(it, [error: 'invalid_grant'], 400) }

        when:
        20.times { assert StrangeProvider.hear(providers) == WORTHLESS }

        then:
        provider.askedFor('/token').size() == 20
    }

    def "not everybody waits for a provider that hangs"() {
        given:
        StrangeProvider.hear(providers)
        provider.answers['/token'] = { end.await() }

        when:
        def heard = Race.of(100) { StrangeProvider.hear(providers) }

        then:
        heard.every { it == UNAVAILABLE }
        provider.askedFor('/token').size() - 1 <= Conversation.MOST_AT_ONCE
    }

    def "an issuer that falls silent is found where it was"() {
        given:
        StrangeProvider.addressOf(providers)
        provider.answers['/.well-known/openid-configuration'] = { it.sendResponseHeaders(500, -1) }
        provider.clock.goOn(Duration.ofHours(2))

        expect:
        (1..20).every { StrangeProvider.addressOf(providers).present }
        provider.askedFor('/.well-known/openid-configuration').size() == 2
    }

    private static void bomb(exchange) {
        exchange.responseHeaders.set('Content-Type', 'application/json')
        exchange.responseHeaders.set('Content-Encoding', 'gzip')
        exchange.sendResponseHeaders(200, 0)
        new GZIPOutputStream(exchange.responseBody).withCloseable { it.write(new byte[100 * 1024 * 1024]) }
    }

    private static void talk(exchange, AtomicLong sent, byte[] what, long pause) {
        exchange.responseHeaders.set('Content-Type', 'application/json')
        exchange.sendResponseHeaders(200, 0)
        while (sent.get() < 1024L * 1024 * 1024) {
            exchange.responseBody.write(what)
            exchange.responseBody.flush()
            sent.addAndGet(what.length)
            sleep(pause)
        }
    }
}
