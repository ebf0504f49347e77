package dev.beranda.adapter.security.password

import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import org.slf4j.LoggerFactory
import spock.lang.Specification
import spock.lang.Timeout

import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors

import static dev.beranda.adapter.security.password.Passwords.password

@Timeout(30)
class RangeBreachedPasswordsIT extends Specification {

    /** SHA-1 of "password". */
    static final PREFIX = '5BAA6'
    static final SUFFIX = '1E4C9B93F3F0682250B6CF8331B7EE68FD8'
    static final PADDING = '0018A45C4D1DEF81644B54AB7F969B88D65:0\r\n' * 20

    static final PATIENCE = Duration.ofSeconds(10)
    static final PAUSE = Duration.ofSeconds(30)

    Closure answer = {}
    List<HttpExchange> asked = [].asSynchronized()
    CountDownLatch end = new CountDownLatch(1)
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    Instant now = Instant.EPOCH
    InstantSource clock = { now }
    RangeBreachedPasswords breached

    ListAppender<ILoggingEvent> lines = new ListAppender<>()

    def setup() {
        server.executor = Executors.newVirtualThreadPerTaskExecutor()
        server.createContext('/') { exchange ->
            asked << exchange
            try {
                answer(exchange)
            } catch (IOException ignored) {
                // the client had enough
            } finally {
                exchange.close()
            }
        }
        server.start()
        breached = open("http://127.0.0.1:$server.address.port/api/")
        lines.start()
        (LoggerFactory.getLogger(RangeBreachedPasswords) as Logger).addAppender(lines)
    }

    def cleanup() {
        end.countDown()
        (LoggerFactory.getLogger(RangeBreachedPasswords) as Logger).detachAppender(lines)
        breached.close()
        server.stop(0)
        server.executor.close()
    }

    def "a password is known when its ending is listed with a count"() {
        given:
        answer = { say(it, list) }

        expect:
        breached.contains(password('password')) == known
        lines.list.empty

        where:
        list                                                       || known
        "$SUFFIX:10434004"                                         || true
        "$PADDING$SUFFIX:1\r\n$PADDING"                            || true
        "${SUFFIX.toLowerCase()}:3"                                || true
        "$SUFFIX:0"                                                || false
        "$SUFFIX:00"                                               || false
        PADDING                                                    || false
        ''                                                         || false
        SUFFIX                                                     || false
        "$PREFIX$SUFFIX:3"                                         || false
        "${SUFFIX.substring(1)}:3"                                 || false
        "$SUFFIX:many"                                             || false
        "$SUFFIX:-3"                                               || false
        '<html>not what was asked for</html>'                      || false
        '{"error": true}'                                          || false
    }

    def "only the beginning of the digest leaves the house"() {
        given:
        answer = { say(it, '') }

        when:
        breached.contains(password('password'))

        then:
        asked*.requestURI*.toString() == ["/api/range/$PREFIX".toString()]
        asked.first().requestMethod == 'GET'
        asked.first().requestHeaders.getFirst('Add-Padding') == 'true'
        !asked.first().requestHeaders.toString().contains(SUFFIX)
    }

    def "a service that fails by #failure keeps nobody out, and is left alone for a while"() {
        given:
        answer = this.&"$failure"
        def breached = open("http://127.0.0.1:$server.address.port", Duration.ofSeconds(1))

        when:
        def first = breached.contains(password('password'))
        def askedAtFirst = asked.size()
        def next = (1..5).collect { breached.contains(password('password')) }

        then:
        !first
        askedAtFirst > 0
        next.every { !it }
        asked.size() == askedAtFirst
        lines.list.size() == 1

        cleanup:
        breached.close()

        where:
        failure << [
            'internalError', 'notFound', 'tooManyRequests', 'noContent', 'elsewhere', 'silence', 'nothing', 'halfAnAnswer', 'trickle', 'tooMuch', 'flood'
        ]
    }

    def "after the pause one call finds out whether it is back"() {
        given:
        answer = { it.sendResponseHeaders(503, -1) }
        breached.contains(password('password'))

        when:
        now = now + PAUSE - Duration.ofMillis(1)
        breached.contains(password('password'))

        then:
        asked.size() == 1

        when:
        now = Instant.EPOCH + PAUSE
        2.times { breached.contains(password('password')) }

        then:
        asked.size() == 2

        when:
        now = now + PAUSE
        answer = { say(it, "$SUFFIX:3") }

        then:
        (1..3).every { breached.contains(password('password')) }
        asked.size() == 5
    }

    def "a service that is not there keeps nobody out"() {
        given:
        def nowhere = open('http://127.0.0.1:1')

        expect:
        !nowhere.contains(password('password'))
        lines.list.size() == 1

        cleanup:
        nowhere.close()
    }

    def "neither the password nor its digest is logged"() {
        given:
        answer = this.&internalError

        when:
        breached.contains(password('canary password'))

        then:
        def line = lines.list.first().toString()
        !line.contains('canary')
        !asked.first().requestURI.toString().split('/').any { it.length() == 5 && line.contains(it) }
    }

    def "who is interrupted is not kept"() {
        given:
        answer = this.&silence
        Thread.currentThread().interrupt()

        expect:
        !breached.contains(password('password'))
        Thread.interrupted()

        when:
        answer = { say(it, "$SUFFIX:3") }

        then:
        breached.contains(password('password'))
        lines.list.empty
    }

    def "nobody is asked where nobody is to be asked"() {
        expect:
        !new NoBreachedPasswords().contains(password('password'))
        asked.empty
    }

    private RangeBreachedPasswords open(String address, Duration patience = PATIENCE) {
        new RangeBreachedPasswords(URI.create(address), patience, PAUSE, clock)
    }

    private static void say(HttpExchange exchange, CharSequence text) {
        def bytes = text.toString().bytes
        exchange.sendResponseHeaders(200, bytes.length ?: -1)
        exchange.responseBody.write(bytes)
    }

    private static void internalError(HttpExchange exchange) {
        exchange.sendResponseHeaders(500, -1)
    }

    private static void notFound(HttpExchange exchange) {
        exchange.sendResponseHeaders(404, -1)
    }

    private static void tooManyRequests(HttpExchange exchange) {
        exchange.sendResponseHeaders(429, -1)
    }

    private static void noContent(HttpExchange exchange) {
        exchange.sendResponseHeaders(204, -1)
    }

    private void elsewhere(HttpExchange exchange) {
        exchange.responseHeaders.set('Location', "http://127.0.0.1:$server.address.port/elsewhere")
        exchange.sendResponseHeaders(302, -1)
    }

    private void silence(HttpExchange exchange) {
        end.await()
    }

    private static void nothing(HttpExchange exchange) {
        exchange.close()
    }

    private void halfAnAnswer(HttpExchange exchange) {
        exchange.sendResponseHeaders(200, 0)
        exchange.responseBody.write(PADDING.bytes)
        exchange.responseBody.flush()
        end.await()
    }

    private void trickle(HttpExchange exchange) {
        exchange.sendResponseHeaders(200, 0)
        while (end.count) {
            exchange.responseBody.write(PADDING.bytes)
            exchange.responseBody.flush()
            Thread.sleep(20)
        }
    }

    private static void tooMuch(HttpExchange exchange) {
        say(exchange, "$SUFFIX:3\r\n" + PADDING * 1000)
    }

    private static void flood(HttpExchange exchange) {
        exchange.sendResponseHeaders(200, 1L << 30)
        def megabyte = new byte[1 << 20]
        1024.times { exchange.responseBody.write(megabyte) }
    }
}
