package dev.beranda.bootstrap.journey

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.AppenderBase
import java.util.concurrent.CopyOnWriteArrayList
import org.slf4j.LoggerFactory
import spock.lang.Shared

/** Each line about what somebody did at a door says who, from where, and by which request. */
class WhoDidWhatIT extends JourneySpecification {

    @Shared
    List<Map<String, String>> told = new CopyOnWriteArrayList<>()

    @Shared
    def appender = new AppenderBase<ILoggingEvent>() {

        @Override
        protected void append(ILoggingEvent event) {
            told << [logger: event.loggerName, said: event.formattedMessage] + event.MDCPropertyMap +
                    (event.keyValuePairs ?: []).collectEntries { [it.key, it.value.toString()] }
        }
    }

    def guest = visitor()
    def account = guest.register()

    @Shared
    Logger logger = LoggerFactory.getLogger('dev.beranda.adapter.web') as Logger

    @Shared
    Level usual

    /** Tests let their nodes speak of errors only. */
    def setupSpec() {
        appender.start()
        usual = logger.level
        logger.level = Level.INFO
        logger.addAppender(appender)
    }

    def cleanupSpec() {
        logger.detachAppender(appender)
        logger.level = usual
    }

    def "who comes, stays and goes is told of by their id: #said"() {
        given:
        def came = guest.logIn(account)

        when:
        act(guest, account, came)

        then:
        with(lastOf(said)) {
            it.user == came.user.id
            it.address == '127.0.0.1'
            it.request_id
        }

        where:
        said                                     | act
        'Somebody signed up'                     | { g, a, l -> }
        'Somebody logged in'                     | { g, a, l -> }
        'Somebody changed their password'        | { g, a, l -> change(g, a.password) }
        'A password to be changed was not known' | { g, a, l -> change(g, 'not the password') }
        'Somebody logged out'                    | { g, a, l -> g.post('/api/auth/logout', [refresh: l.refresh]) }
        'Somebody logged out'                    | { g, a, l -> new Browser(g).with { logIn(a); g.access = null; logOut() } }
        'A refresh token was used twice; its session is over' | { g, a, l -> replay(g, l) }
        'Somebody is leaving'                    | { g, a, l -> leave(g, a) }
        'Somebody reset their password'          | { g, a, l -> reset(g, a) }
    }

    def "who cannot be known is told of by a mark of the name they gave, the same for the same, and it cannot be read"() {
        given:
        def names = [account.username, account.username.toUpperCase(), account.email, 'nobody of this house']

        when:
        def marks = names.collect { name ->
            visitor(1).post('/api/auth/login', [identifier: name, password: 'not the password'])
            lastOf('A login failed').name
        }

        then:
        marks.every { it ==~ /[0-9a-f]{16}/ }
        marks[0] == marks[1]
        marks.toSet().size() == 3
        !told.any { it.toString().contains(account.email) || it.toString().contains(account.username) }
        lastOf('A login failed').address == '127.0.0.1'
    }

    def "who knows the password and is turned away is told of too"() {
        given:
        Town.allow(account.email, disabled: true)

        when:
        guest.post('/api/auth/login', [email: account.email, password: account.password])

        then:
        with(lastOf('Somebody who knows the password was turned away')) {
            it.code == 'account_disabled'
            it.name ==~ /[0-9a-f]{16}/
            it.address && it.request_id
        }
    }

    def "no line of any door leaves out whence and which, nor who, if that is known"() {
        given:
        guest.logIn(account)
        change(guest, account.password)

        expect:
        told.findAll { it.logger.endsWith('Controller') }.every { it.address && it.request_id && (it.user || it.name || it.code) }
    }

    private Map<String, String> lastOf(String said) {
        told.findAll { it.said == said }.last()
    }

    private static void change(Visitor guest, String current) {
        guest.post('/api/auth/password/change', [current_password: current, password: 'four quite other words'])
    }

    private static void leave(Visitor guest, Map account) {
        guest.send('DELETE', '/api/me', groovy.json.JsonOutput.toJson([password: account.password]).bytes, ['Content-Type': 'application/json'])
    }

    private static void reset(Visitor guest, Map account) {
        guest.post('/api/auth/password/forgot', [email: account.email])
        def letter = Town.POSTMAN.awaitTo(account.email, 'reset-password')
        guest.post('/api/auth/password/reset', [token: letter.token, password: 'four quite other words'])
    }

    /** So long after that nobody could still be waiting for the answer. */
    private static void replay(Visitor guest, Map login) {
        guest.post('/api/auth/token/refresh', [refresh: login.refresh])
        Town.byHand("update session set refreshed_at = refreshed_at - interval '1 minute' where user_id = '$login.user.id'")
        guest.post('/api/auth/token/refresh', [refresh: login.refresh])
    }
}
