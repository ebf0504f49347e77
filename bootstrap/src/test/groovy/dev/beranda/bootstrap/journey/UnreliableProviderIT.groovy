package dev.beranda.bootstrap.journey

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Where the well-known providers are, and what comes of those that are silent, lie or are gone. */
class UnreliableProviderIT extends JourneySpecification {

    static final PAGE = 'https://beranda.test/welcome'
    static final SILENT = ['mute', 'slow']

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @Shared
    @AutoCleanup('countDown')
    CountDownLatch end = new CountDownLatch(1)

    @Shared
    HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    @Shared
    Town.Node node

    def setupSpec() {
        stranger.executor = Executors.newVirtualThreadPerTaskExecutor()
        stranger.createContext('/') { answer(it) }
        stranger.start()
        def gone = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        def issuers = ['mute', 'slow', 'impostor', 'liar', 'garbled'].collectEntries { [it, "$here/$it"] } + [gone: "http://localhost:$gone"]
        node = Town.open(database, issuers.collectEntries { name, issuer -> ["BERANDA_OAUTH_${name.toUpperCase()}_ISSUER".toString(), issuer as String] }
                + (issuers.keySet() + ['google', 'github', 'facebook']).collectEntries {
                    def setting = "BERANDA_OAUTH_${it.toUpperCase()}"
                    [("${setting}_CLIENT_ID".toString()): 'beranda', ("${setting}_CLIENT_SECRET".toString()): 'canary-client-secret']
                })
    }

    def cleanupSpec() {
        node && Town.close(node)
        stranger.stop(0)
    }

    def "#name is where everybody knows it is, and is asked for no more than is needed"() {
        when:
        def start = visitor().get("/api/auth/oauth/$name/start?redirect_to=$PAGE")

        then:
        start.status == 303
        start.header('location').startsWith("$place?")
        with(Traveller.query(start.header('location'))) {
            it.scope == scope
            client_id == 'beranda'
            redirect_uri == "https://beranda.test/api/auth/oauth/$name/callback"
            code_challenge_method == 'S256'
            code_challenge ==~ /[A-Za-z0-9_-]{43}/
            state.length() > 100
            !it.client_secret
        }

        where:
        name       | place                                         | scope
        'github'   | 'https://github.com/login/oauth/authorize'    | 'read:user user:email'
        'facebook' | 'https://www.facebook.com/v23.0/dialog/oauth' | 'public_profile,email'
    }

    def "Google is asked itself where it is, under the name everybody knows, and safely"() {
        given: "nobody who lets us out"
        def usual = ProxySelector.default
        def asked = []
        def door = new ServerSocket(0, 5, InetAddress.loopbackAddress)
        ProxySelector.default = only('accounts.google.com', door.localSocketAddress as InetSocketAddress, usual)
        def listening = Thread.startVirtualThread {
            door.accept().withCloseable {
                asked << it.inputStream.newReader('US-ASCII').readLine()
                it.outputStream.write('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'.bytes)
            }
        }

        when:
        def start = visitor().get("/api/auth/oauth/google/start?redirect_to=$PAGE")

        then:
        asked == ['CONNECT accounts.google.com:443 HTTP/1.1']
        whyTurnedAway(start) == 'oauth_unavailable'

        cleanup:
        ProxySelector.default = usual
        door.close()
        listening.join()
    }

    def "whoever is sent to one that is silent, lies or is gone is back with a reason before long, and nobody else waits"() {
        given:
        def ayu = visitor()
        def account = ayu.register()
        def setOut = ['slow', 'liar', 'garbled'].collectEntries { name ->
            def browser = new Traveller(visitor())
            [name, [browser, Traveller.query(browser.get("/api/auth/oauth/$name/start?redirect_to=$PAGE").header('location')).state]]
        }
        def people = ['mute', 'impostor', 'gone', 'slow', 'liar', 'garbled', 'by password']

        when:
        def (answers, seconds) = Crowd.of(people.size()) { i ->
            def begun = System.nanoTime()
            def name = people[i]
            def answer = name == 'by password'
                    ? visitor().post('/api/auth/login', [email: account.email, password: account.password])
                    : setOut[name] ? setOut[name][0].get("/api/auth/oauth/$name/callback?code=x&state=${setOut[name][1]}")
                    : visitor().get("/api/auth/oauth/$name/start?redirect_to=$PAGE")
            [answer, (System.nanoTime() - begun) / 1e9]
        }.transpose().collect { [people, it].transpose().collectEntries() }

        then:
        answers['by password'].status == 200
        (people - 'by password').collectEntries { [it, whyTurnedAway(answers[it])] } == [
                mute: 'oauth_unavailable', impostor: 'oauth_unavailable', gone: 'oauth_unavailable',
                slow: 'oauth_unavailable', liar: 'oauth_failed', garbled: 'oauth_unavailable']

        and: "five seconds are the most that one of them is given"
        SILENT.every { seconds[it] > 4 && seconds[it] < 8 }
        (people - SILENT).every { seconds[it] < 4 }

        and:
        database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValues('select email from app_user') } == [account.email]
    }

    Visitor visitor() {
        new Visitor(node.uri, description(nodes[0]))
    }

    private String getHere() {
        "http://localhost:$stranger.address.port"
    }

    private static String whyTurnedAway(Answer answer) {
        assert answer.status == 303 && answer.header('location').startsWith("$PAGE?"): answer
        assert Traveller.query(answer.header('location')).error_description
        Traveller.query(answer.header('location')).error
    }

    private void answer(HttpExchange exchange) {
        def (_, name, place) = exchange.requestURI.path.split('/', 3)
        exchange.withCloseable {
            if (name == 'mute' || name == 'slow' && place == 'token') {
                end.await()
            } else if (place == '.well-known/openid-configuration') {
                say(it, [issuer: name == 'impostor' ? here : "$here/$name", authorization_endpoint: "$here/$name/authorize",
                        token_endpoint: "$here/$name/token", jwks_uri: "$here/$name/keys"])
            } else if (name == 'liar') {
                say(it, place == 'token' ? [access_token: 'a', id_token: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmVk'] : [keys: []])
            } else {
                it.sendResponseHeaders(200, 0)
                it.responseBody.write('<html>Oops</html>'.bytes)
            }
        }
    }

    private static void say(HttpExchange exchange, Map words) {
        exchange.responseHeaders.set('Content-Type', 'application/json')
        exchange.sendResponseHeaders(200, 0)
        exchange.responseBody.write(JsonOutput.toJson(words).bytes)
    }

    private static ProxySelector only(String host, InetSocketAddress by, ProxySelector otherwise) {
        new ProxySelector() {
            List<Proxy> select(URI uri) {
                uri.host == host ? [new Proxy(Proxy.Type.HTTP, by)] : otherwise.select(uri)
            }

            void connectFailed(URI uri, SocketAddress address, IOException fault) { }
        }
    }
}
