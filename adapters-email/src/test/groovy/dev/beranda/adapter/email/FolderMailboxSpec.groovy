package dev.beranda.adapter.email

import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.beranda.domain.shared.Language
import dev.beranda.domain.user.UserId
import jakarta.mail.Session
import jakarta.mail.internet.MimeMessage
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.util.concurrent.Executors
import org.slf4j.LoggerFactory
import spock.lang.TempDir

import static Desk.letter

class FolderMailboxSpec extends LettersContract {

    @TempDir
    Path directory

    ListAppender<ILoggingEvent> lines = new ListAppender<>()

    def setup() {
        lines.start()
        (LoggerFactory.getLogger(KeptLetter) as Logger).addAppender(lines)
    }

    def cleanup() {
        (LoggerFactory.getLogger(KeptLetter) as Logger).detachAppender(lines)
    }

    Path getFolder() {
        directory.resolve('data/mailbox')
    }

    @Override
    FolderMailbox getLetters() {
        new FolderMailbox(folder, desk.stationery, desk.clock)
    }

    @Override
    List<MimeMessage> arrived(int sendings) {
        files().collect { file -> file.toFile().withInputStream { new MimeMessage(Session.getInstance(new Properties()), it) } }
    }

    def "letters are read back as they were written, the newest first"() {
        given:
        def last = letter(to: 'last@example.com')
        letters.send(last)
        desk.clock.goOn(Duration.ofMillis(-1))
        letters.send(letter(to: 'first@example.com', language: Language.INDONESIAN, name: 'Pertama'))

        when:
        def read = letters.newest(10)

        then:
        read*.to() == [['last@example.com'], ['first@example.com']]
        read.first().subject() == desk.stationery.write(last).subject()
        read.first().text() == desk.stationery.write(last).text()
        read.first().html() == desk.stationery.write(last).html()
        read.first().at() == Desk.NOW
        read.last().text().startsWith('Halo Pertama,\n')

        and:
        letters.newest(1)*.to() == [['last@example.com']]
        letters.newest(0).empty
    }

    def "a letter that is brought again replaces itself"() {
        given:
        def (id, reader) = [UUID.randomUUID(), new UserId(UUID.randomUUID())]

        when:
        letters.send(letter(id: id, reader: reader, name: 'Ana'))
        letters.send(letter(id: id, reader: reader, name: 'Budi'))

        then:
        letters.newest(10)*.text()*.startsWith('Hello Budi,') == [true]
    }

    def "beyond its size the oldest are forgotten"() {
        given:
        def small = new FolderMailbox(folder, desk.stationery, desk.clock, 3)

        when:
        (1..5).each {
            small.send(letter(to: "person$it@example.com"))
            desk.clock.goOn(Duration.ofMillis(1))
        }

        then:
        small.newest(10)*.to().flatten() == ['person5@example.com', 'person4@example.com', 'person3@example.com']
        files().size() == 3
    }

    def "who is forgotten has no letters any more, wherever they went; others have theirs"() {
        given:
        def ana = new UserId(UUID.randomUUID())
        ['ana@example.com', 'ana@example.org'].each { letters.send(letter(reader: ana, to: it)) }
        letters.send(letter(to: 'ana@example.com', name: 'Another Ana'))

        when:
        2.times { letters.forget(ana) }

        then:
        letters.newest(10)*.text()*.startsWith('Hello Another Ana,') == [true]
        files().size() == 1
    }

    def "where no letter ever was nobody is forgotten"() {
        when:
        letters.forget(new UserId(UUID.randomUUID()))

        then:
        Files.notExists(folder)
    }

    def "nobody but the owner may look inside"() {
        when:
        letters.send(letter())

        then:
        permissions(folder) == 'rwx------'
        files().collect { permissions(it) } == ['rw-------']
    }

    def "nothing else is left behind"() {
        when:
        letters.send(letter())

        then:
        Files.list(folder).withCloseable { it.toList() } == files()
    }

    def "what is no letter is passed over, and said: #what"() {
        given:
        letters.send(letter())
        Files.writeString(folder.resolve('0.eml'), content)

        expect:
        letters.newest(10).size() == 1
        lines.list*.formattedMessage.any { it.contains('0.eml') }

        where:
        what                    | content
        'nothing'               | ''
        'noise'                 | '\u0000\u0001 no colon here'
        'a letter without text' | 'To: ana@example.com\r\nSubject: x\r\nDate: Sat, 21 Nov 2026 14:05:00 +0000\r\n\r\nplain'
        'half a letter'         | 'To: ana@example.com\r\nSubject: x\r\nDate: Sat, 21 Nov 2026 14:05:00 +0000\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/pl'
        'nobody to read it'     | 'Subject: x\r\n\r\n'
    }

    def "what is no file is passed over too"() {
        given:
        letters.send(letter())
        Files.createDirectory(folder.resolve('folder.eml'))

        expect:
        letters.newest(10).size() == 1
    }

    def "other files are none of its business"() {
        given:
        Files.createDirectories(folder)
        def note = Files.writeString(folder.resolve('note.txt'), 'keep me')

        when:
        new FolderMailbox(folder, desk.stationery, desk.clock, 1).with { mailbox -> 3.times { mailbox.send(letter()) } }

        then:
        Files.exists(note)
        letters.newest(10).size() == 1
        lines.list.empty
    }

    def "before the first letter there is none"() {
        expect:
        letters.newest(10).empty
        Files.notExists(folder)
    }

    def "many may write and read at once"() {
        given:
        def small = new FolderMailbox(folder, desk.stationery, desk.clock, 5)

        when:
        try (def threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll((1..40).collect { { -> small.send(letter()); small.newest(5) } })*.get()
        }

        then:
        small.newest(10).size() == 5
        lines.list.empty
    }

    def "where nothing can be kept the letter counts as undelivered"() {
        given:
        Files.writeString(directory.resolve('data'), 'in the way')

        when:
        letters.send(letter())

        then:
        def failure = thrown(Undelivered)
        failure.cause instanceof IOException
        !failure.message.contains(Desk.TOKEN)
    }

    private List<Path> files() {
        Files.notExists(folder) ? [] : Files.list(folder).withCloseable { it.filter { it.toString().endsWith('.eml') }.toList() }
    }

    private static String permissions(Path path) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
    }
}
