package dev.beranda.adapter.email

import dev.beranda.domain.letter.Letters
import dev.beranda.domain.shared.Language
import jakarta.mail.Message.RecipientType
import jakarta.mail.internet.MimeMessage
import spock.lang.Specification

import static Desk.letter

/// What is true of a letter however it travels.
abstract class LettersContract extends Specification {

    Desk desk = new Desk()

    abstract Letters getLetters()

    /// What is there once so many letters were sent.
    abstract List<MimeMessage> arrived(int sendings)

    def "a letter arrives in #language, as text and as a page"() {
        given:
        def letter = letter(language: language, name: 'Ána Ōsugi')

        when:
        letters.send(letter)

        then:
        def message = arrived(1).first()
        message.getRecipients(RecipientType.TO)*.toString() == ['ana@example.com']
        message.allRecipients.length == 1
        message.subject == subject
        message.contentType.startsWith('multipart/alternative')
        message.getHeader('Content-Language') == [language.tag()] as String[]
        parts(message)*.contentType*.toLowerCase() == ['text/plain; charset=utf-8', 'text/html; charset=utf-8']
        parts(message)*.content.every { text ->
            text.contains("$Desk.SITE/links/confirm-email#$Desk.TOKEN") && text.contains('271 828') && text.contains('Ána Ōsugi')
        }

        where:
        language            || subject
        Language.ENGLISH    || 'Please confirm your e-mail address'
        Language.INDONESIAN || 'Mohon konfirmasi alamat surel Anda'
    }

    def "a letter says who wrote it, when, and that it was a machine"() {
        given:
        def letter = letter()

        when:
        letters.send(letter)

        then:
        def message = arrived(1).first()
        message.from*.toString() == ['Beranda <post@mail.beranda.test>']
        message.sentDate.toInstant() == desk.clock.instant()
        message.getHeader('Auto-Submitted') == ['auto-generated'] as String[]
        message.messageID == "<${letter.id()}@mail.beranda.test>"
    }

    def "the same letter has the same mark when it is brought again"() {
        given:
        def letter = letter()

        when:
        2.times { letters.send(letter) }

        then:
        arrived(2)*.messageID.toSet().size() == 1

        when:
        letters.send(Desk.letter())

        then:
        arrived(3)*.messageID.toSet().size() == 2
    }

    def "what somebody calls themselves reaches no header: #name"() {
        when:
        letters.send(letter(name: name))

        then:
        def message = arrived(1).first()
        message.allRecipients*.toString() == ['ana@example.com']
        message.getHeader('Bcc') == null
        message.getHeader('X-Evil') == null
        !message.allHeaders.any { it.value.contains('evil') }
        parts(message).size() == 2

        where:
        name << [
            'Ana\r\nBcc evil',
            'Ana\r\nBcc: eve@evil.test',
            'Ana\nX-Evil: yes',
            'Ana\r\n\r\nX-Evil: body',
            'Ana\r\n.\r\nMAIL FROM:<eve@evil.test>',
            'Ana\u2028Bcc: eve@evil.test',
            '=?utf-8?q?Ana=0D=0ABcc:_eve@evil.test?=',
        ]
    }

    static List parts(MimeMessage message) {
        (0..<message.content.count).collect { message.content.getBodyPart(it) }
    }
}
