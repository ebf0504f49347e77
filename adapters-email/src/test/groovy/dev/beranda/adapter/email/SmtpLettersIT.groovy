package dev.beranda.adapter.email

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetupTest
import jakarta.mail.AuthenticationFailedException
import jakarta.mail.MessagingException
import jakarta.mail.SendFailedException
import jakarta.mail.internet.MimeMessage
import java.nio.file.Path
import java.time.Duration
import javax.net.ssl.SSLSocketFactory
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.TempDir

import static Desk.letter

class SmtpLettersIT extends LettersContract {

    static final Duration PATIENCE = Duration.ofSeconds(10)
    static final String TRUSTED = 'trusted'

    @Shared
    @TempDir
    Path directory

    @Shared
    Identity localhost

    @Shared
    Identity elsewhere

    @AutoCleanup('stop')
    GreenMail greenMail = new GreenMail(ServerSetupTest.SMTP.dynamicPort())

    @AutoCleanup
    Door door

    ListAppender<ILoggingEvent> lines = new ListAppender<>()

    def setupSpec() {
        localhost = new Identity(directory, 'dns:localhost,ip:127.0.0.1')
        elsewhere = new Identity(directory, 'dns:elsewhere.test')
    }

    def setup() {
        greenMail.start()
        lines.start()
        log.level = Level.TRACE
        log.addAppender(lines)
    }

    def cleanup() {
        log.detachAppender(lines)
        log.level = null
    }

    @Override
    SmtpLetters getLetters() {
        new SmtpLetters(SmtpUrl.parse("smtp://127.0.0.1:$greenMail.smtp.port"), desk.stationery)
    }

    @Override
    List<MimeMessage> arrived(int sendings) {
        assert greenMail.waitForIncomingEmail(10_000, sendings)
        greenMail.receivedMessages as List
    }

    def "the envelope says the same as the letter"() {
        given:
        door = new Door([:], behind)

        when:
        through('smtp://127.0.0.1').send(letter())

        then:
        arrived(1).size() == 1
        door.heard.contains('EHLO mail.beranda.test')
        door.heard.findAll { it.startsWith('MAIL') }*.replaceAll(' [A-Z0-9]+=.*', '') == ['MAIL FROM:<post@mail.beranda.test>']
        door.heard.findAll { it.startsWith('RCPT') } == ['RCPT TO:<ana@example.com>']
    }

    def "a letter goes through a line that is encrypted #when"() {
        given:
        door = new Door(manner + [identity: localhost.server], behind)

        when:
        through(url).send(letter())

        then:
        arrived(1).size() == 1
        door.verbs - 'QUIT' == verbs

        where:
        when                      | url                                  | manner                 || verbs
        'at once'                 | 'smtps://localhost'                  | [encryptsAtOnce: true] || ['EHLO', 'MAIL', 'RCPT', 'DATA']
        'before anything is said' | 'smtp://localhost?starttls=required' | [offersStartTls: true] || ['EHLO', 'STARTTLS', 'EHLO', 'MAIL', 'RCPT', 'DATA']
    }

    def "nothing is sent to a server that #fault, by #scheme"() {
        given:
        def identity = this."$server" as Identity
        door = new Door([identity: identity.server, encryptsAtOnce: scheme == 'smtps', offersStartTls: scheme == 'smtp'], behind)
        def url = "$scheme://ana:canary@localhost:$door.port${scheme == 'smtp' ? '?starttls=required' : ''}"
        def trusted = trust == TRUSTED ? identity.client : SSLSocketFactory.default as SSLSocketFactory

        when:
        new SmtpLetters(SmtpUrl.parse(url), desk.stationery, PATIENCE, trusted).send(letter())

        then:
        thrown(Undelivered)
        !door.verbs.any { it in ['AUTH', 'MAIL'] }
        greenMail.receivedMessages.length == 0

        where:
        fault                      | server      | trust       | scheme
        'nobody vouches for'       | 'localhost' | 'the usual' | 'smtps'
        'nobody vouches for'       | 'localhost' | 'the usual' | 'smtp'
        'is called something else' | 'elsewhere' | TRUSTED     | 'smtps'
        'is called something else' | 'elsewhere' | TRUSTED     | 'smtp'
    }

    def "where encryption is required nothing is said without it: #what"() {
        given:
        door = new Door(manner + [identity: localhost.server], behind)

        when:
        through('smtp://ana:canary@localhost?starttls=required').send(letter())

        then:
        thrown(Undelivered)
        !door.verbs.any { it in ['AUTH', 'MAIL'] }
        greenMail.receivedMessages.length == 0

        where:
        what                        | manner
        'it is not offered'         | [:]
        'it is offered and refused' | [offersStartTls: true, refusals: [STARTTLS: '454 4.7.0 not now']]
    }

    def "who has a login uses it"() {
        given:
        greenMail.setUser('post@beranda.test', 'post', 's€cret')
        door = new Door([:], behind)

        when:
        through('smtp://post:s%E2%82%ACcret@127.0.0.1').send(letter())

        then:
        arrived(1).size() == 1
        door.verbs.contains('AUTH')
    }

    def "with the wrong password nothing is sent, and nobody is told the password"() {
        given:
        greenMail.setUser('post@beranda.test', 'post', 'secret')
        door = new Door([:], behind)

        when:
        through('smtp://post:canary@127.0.0.1').send(letter())

        then:
        def failure = thrown(Undelivered)
        failure.cause instanceof AuthenticationFailedException
        !everything(failure).contains('canary')
        greenMail.receivedMessages.length == 0
    }

    def "a server that refuses #command is heard"() {
        given:
        door = new Door([refusals: [(command): answer]], behind)

        when:
        through('smtp://127.0.0.1').send(letter())

        then:
        def failure = thrown(Undelivered)
        type.isInstance(failure.cause)
        everything(failure).contains(answer)
        greenMail.receivedMessages.length == 0

        where:
        command | answer                              || type
        'RCPT'  | '550 5.1.1 no such mailbox'         || SendFailedException
        'RCPT'  | '450 4.2.0 greylisted'              || SendFailedException
        'MAIL'  | '530 5.7.0 authentication required' || MessagingException
        'DATA'  | '554 5.7.1 not from you'            || MessagingException
    }

    def "a server that is not there is no place for letters"() {
        given:
        def lost = letters
        greenMail.stop()

        when:
        lost.send(letter())

        then:
        def failure = thrown(Undelivered)
        failure.cause instanceof MessagingException
    }

    def "a server that falls silent at #moment is given up"() {
        given:
        door = new Door([silentAt: moment], behind)

        when:
        through('smtp://127.0.0.1', Duration.ofMillis(300)).send(letter())

        then:
        def failure = thrown(Undelivered)
        causes(failure).any { it instanceof SocketTimeoutException }
        greenMail.receivedMessages.length == 0

        where:
        moment << ['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', '.']
    }

    def "a server that never answers a handshake is given up"() {
        given:
        door = new Door([silentAt: 'HANDSHAKE', encryptsAtOnce: true, identity: localhost.server], behind)

        when:
        through('smtps://127.0.0.1', Duration.ofMillis(300)).send(letter())

        then:
        def failure = thrown(Undelivered)
        causes(failure).any { it instanceof SocketTimeoutException }
    }

    def "once the letter was taken on, a bad goodbye changes nothing: #manner"() {
        given:
        door = new Door(manner, behind)

        when:
        through('smtp://127.0.0.1').send(letter())

        then:
        arrived(1).size() == 1

        where:
        manner << [[silentAt: 'QUIT'], [refusals: [QUIT: '500 what?']], [slams: true]]
    }

    def "a failed letter can be sent again"() {
        given:
        door = new Door([refusals: [RCPT: '450 4.2.0 greylisted']], behind)
        def letter = letter()

        when:
        through('smtp://127.0.0.1').send(letter)

        then:
        thrown(Undelivered)

        when:
        letters.send(letter)

        then:
        arrived(1)*.messageID == ["<${letter.id()}@mail.beranda.test>".toString()]
    }

    def "neither keys nor passwords are logged, or told by what is thrown"() {
        given:
        greenMail.setUser('post@beranda.test', 'post', 'canary-password')
        door = new Door([refusals: [DATA: '554 5.7.1 not from you']], behind)
        def url = 'smtp://post:canary-password@127.0.0.1'

        when:
        letters.send(letter())
        through(url).send(letter())

        then:
        def failure = thrown(Undelivered)
        def told = everything(failure) + lines.list*.toString().join('\n')
        ['canary', Desk.CODE, '271 828', 'links/'].every { !told.contains(it) }
    }

    private SmtpLetters through(String url, Duration patience = PATIENCE) {
        def (address, query) = url.contains('?') ? url.split('\\?', 2) as List : [url, '']
        def whole = "$address:$door.port${query ? '?' + query : ''}"
        new SmtpLetters(SmtpUrl.parse(whole), desk.stationery, patience, localhost.client)
    }

    private int getBehind() {
        greenMail.smtp.port
    }

    private static Logger getLog() {
        LoggerFactory.getLogger('dev.beranda') as Logger
    }

    private static List<Throwable> causes(Throwable failure) {
        def causes = []
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.cause) {
            causes << cause
            if (cause instanceof MessagingException && cause.nextException != null) {
                causes << cause.nextException
            }
        }
        causes
    }

    private static String everything(Throwable failure) {
        def text = new StringWriter()
        causes(failure).each { it.printStackTrace(new PrintWriter(text, true)) }
        text
    }
}
