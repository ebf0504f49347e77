package dev.beranda.bootstrap.journey

import com.sun.net.httpserver.HttpServer
import java.security.MessageDigest
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors
import spock.lang.Shared

/** A house that asks a list of stolen passwords, which here is ours to switch off. */
class BreachedIT extends JourneySpecification {

    static final STOLEN = 'seven grey herons wade'

    @Shared
    List<String> asked = new CopyOnWriteArrayList<>()

    @Shared
    volatile boolean hangs

    @Shared
    HttpServer list = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0).tap {
        executor = Executors.newVirtualThreadPerTaskExecutor()
        createContext('/range/') { exchange ->
            asked << exchange.requestURI.path
            if (hangs) {
                sleep(5000)
            }
            def answer = "0000000000000000000000000000000000A:3\r\n${digest(STOLEN).substring(5)}:17\r\n".bytes
            exchange.sendResponseHeaders(200, answer.length)
            exchange.responseBody.withCloseable { it.write(answer) }
        }
        start()
    }

    @Shared
    Town.Node careful = Town.open(Town.sharedDatabase(), [BERANDA_BREACH_CHECK: "http://127.0.0.1:${list.address.port}".toString()])

    def guest = new Visitor(careful.uri, description(nodes[0]))

    def cleanupSpec() {
        Town.close(careful)
        list.stop(0)
    }

    def "a stolen password is no password, wherever one chooses one, and the list learns five digits"() {
        when:
        def answer = guest.post('/api/auth/register', somebody(STOLEN))

        then:
        answer.status == 422
        answer.flaws == [password: ['password_breached']]
        asked == ["/range/${digest(STOLEN).substring(0, 5)}"]

        when:
        def account = guest.register()
        guest.logIn(account)
        def change = guest.post('/api/auth/password/change', [current_password: account.password, password: STOLEN])

        then:
        change.status == 422
        change.flaws == [password: ['password_breached']]
        guest.get('/api/me').status == 200
    }

    def "nobody is asked for the sake of a form that cannot do"() {
        given:
        def before = asked.size()

        when:
        def answer = guest.post('/api/auth/register', somebody(STOLEN) + [email: 'x'])

        then:
        answer.status == 422
        answer.flaws.keySet() == ['email'] as Set
        asked.size() == before
    }

    def "a list that does not answer keeps nobody out"() {
        given:
        hangs = true

        expect:
        guest.post('/api/auth/register', somebody(STOLEN)).status == 201

        cleanup:
        hangs = false
    }

    private static Map<String, String> somebody(String password) {
        def tag = UUID.randomUUID().toString().takeRight(12)
        [email: "p$tag@example.com".toString(), username: "p$tag".toString(), password: password]
    }

    private static String digest(String password) {
        MessageDigest.getInstance('SHA-1').digest(password.bytes).encodeHex().toString().toUpperCase()
    }
}
