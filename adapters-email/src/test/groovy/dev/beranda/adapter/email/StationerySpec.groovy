package dev.beranda.adapter.email

import dev.beranda.domain.letter.Content
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.TicketToken
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Place
import dev.beranda.domain.shared.Language
import java.time.Instant
import spock.lang.Specification

import static Desk.CODE
import static Desk.SITE
import static Desk.TOKEN
import static Desk.letter

class StationerySpec extends Specification {

    Desk desk = new Desk()

    def "every letter is whole in #language: #content.class.simpleName #number"() {
        given:
        def page = desk.stationery.write(letter(language: language, content: content))

        expect:
        [page.subject(), page.text(), page.html()].every { !it.blank && !(it =~ /[{}]|%[s\d]|null/) }
        page.to() == ['ana@example.com']
        page.at() == Desk.NOW

        and:
        page.text().startsWith(language == Language.ENGLISH ? 'Hello Ana,\n' : 'Halo Ana,\n')
        page.html().contains("<html lang=\"${language.tag()}\">")

        and:
        addresses(page.text()).every { it.startsWith("$SITE/") }
        addresses(page.html()).every { it.startsWith("$SITE/") }
        !(page.html() =~ /(?i)<(img|link|script|style|iframe|form|object|table|base)\b|\b(src|srcset|on\w+)=|url\(|@import/)

        and:
        !page.subject().contains(CODE) && !page.subject().contains('271 828') && !page.subject().contains(TOKEN)
        !(page.text() + page.html()).replaceAll(/#canary-token_A9/, '').contains(TOKEN)
        !addresses(page.html()).any { it.contains('example.com') }

        where:
        [language, number] << [Language.values() as List, (0..<Desk.EVERYTHING.size()) as List].combinations()
        content = Desk.EVERYTHING[number]
    }

    def "both languages write different letters of the same kinds"() {
        given:
        def english = Desk.EVERYTHING.collect { desk.stationery.write(letter(content: it)) }
        def indonesian = Desk.EVERYTHING.collect { desk.stationery.write(letter(content: it, language: Language.INDONESIAN)) }

        expect:
        english*.subject().toSet().size() == Desk.EVERYTHING.size()
        indonesian*.subject().toSet().size() == Desk.EVERYTHING.size()
        english*.subject().intersect(indonesian*.subject()).empty
    }

    def "an invitation to #purpose has its link and its code"() {
        given:
        def page = desk.stationery.write(letter(content: Desk.invitation(purpose)))

        expect:
        page.text().readLines().contains("$SITE/links/$path#$TOKEN".toString())
        page.html().contains("<a href=\"$SITE/links/$path#$TOKEN\"")
        page.html().contains(">$SITE/links/$path#$TOKEN</a>")
        page.text().readLines().contains('271 828')
        page.html().contains('>271 828<')

        where:
        purpose << Purpose.values().findAll { it.askedFor }
        path = purpose.word().replace('_', '-')
    }

    def "who came in with something new is described in #language, with a way to refuse them"() {
        given:
        def page = desk.stationery.write(letter(language: language, content: Desk.STRANGE_DEVICE))

        expect:
        page.text().contains('Firefox (Linux)')
        page.text().contains("Jepara, Indonesia (203.0.113.7)")
        page.text().contains("$SITE/links/refuse-stranger#$TOKEN")
        page.text().contains(moment)

        where:
        language            || moment
        Language.ENGLISH    || '20 November 2026, 09:30 UTC'
        Language.INDONESIAN || '20 November 2026, pukul 09.30 UTC'
    }

    def "of a stranger nothing is said that is not known: #place"() {
        given:
        def news = new Content.StrangeDevice(
                '', new ClientAddress('2001:db8::1', '2001:db8::'), place, Desk.NOW, new TicketToken(TOKEN), Desk.UNTIL)

        expect:
        desk.stationery.write(letter(content: news)).text().contains(said)

        where:
        place                              || said
        Optional.empty()                   || 'With: an unknown device. From: 2001:db8::1.'
        Optional.of(new Place('JP', ''))   || 'With: an unknown device. From: Japan (2001:db8::1).'
    }

    def "until when it is good is said in #language"() {
        given:
        def page = desk.stationery.write(letter(language: language, content: Desk.invitation(Purpose.LOG_IN)))

        expect:
        page.text().contains(moment)
        page.html().contains(moment)

        where:
        language            || moment
        Language.ENGLISH    || 'until 21 November 2026, 14:05 UTC.'
        Language.INDONESIAN || 'sampai 21 November 2026, pukul 14.05 UTC.'
    }

    def "months have their names in Indonesian"() {
        expect:
        new Phrases(Language.INDONESIAN).moment(Instant.parse('2026-08-01T00:00:00Z')) == '1 Agustus 2026, pukul 00.00 UTC'
    }

    def "whose account it is learns when the password was changed"() {
        expect:
        desk.stationery.write(letter(content: new Content.PasswordChanged(Desk.UNTIL))).text()
            .contains('was changed on 21 November 2026, 14:05 UTC.')
    }

    def "the old address learns of the new one no more than it must"() {
        given:
        def page = desk.stationery.write(letter(content: Desk.ADDRESS_CHANGED))

        expect:
        page.text().contains('a•••@example.org')
        page.html().contains('a•••@example.org')
        !(page.text() + page.html()).contains('ana.new')
        page.text().contains("$SITE/links/undo-email-change#$TOKEN")
        page.text().contains('until 21 November 2026, 14:05 UTC.')
    }

    def "a name is text and nothing else: #name"() {
        given:
        def page = desk.stationery.write(letter(name: name))

        expect:
        page.html().contains("<p>Hello $escaped,</p>")
        page.text().startsWith("Hello $name,")

        where:
        name                    || escaped
        '<b>Ana'                || '&lt;b&gt;Ana'
        '"Ana" & \'Budi\''      || '&quot;Ana&quot; &amp; &#39;Budi&#39;'
        '&lt;'                  || '&amp;lt;'
        '{0} {1} %s $1'         || '{0} {1} %s $1'
        '{{7*7}} ${7*7} #{7*7}' || '{{7*7}} ${7*7} #{7*7}'
        '<%= 7*7 %>'            || '&lt;%= 7*7 %&gt;'
    }

    def "a script in a name runs nowhere"() {
        expect:
        ['<script>alert(1)</script>', '<script>', '"><script>'].every {
            !desk.stationery.write(letter(name: it)).html().contains('<script')
        }
    }

    def "nobody can have us carry their link to a stranger"() {
        given:
        def page = desk.stationery.write(letter(name: 'You won! http://evil.test'))

        expect:
        page.text().startsWith('Hello,\n')
        !(page.text() + page.html()).contains('evil')
    }

    def "a name of several lines stays one line"() {
        expect:
        desk.stationery.write(letter(name: 'Ana\r\n\r\nPlease pay')).text().startsWith('Hello Ana Please pay,\n')
    }

    def "a site is called by its sender's name, or else by its host"() {
        expect:
        new Desk(sender).stationery.write(letter()).text().contains("Welcome to $name.")

        where:
        sender                             || name
        'Berita & Co <post@beranda.test>'  || 'Berita & Co'
        'post@beranda.test'                || 'beranda.test'
    }

    def "the name of the site is escaped too"() {
        expect:
        new Desk('Berita & Co <post@beranda.test>').stationery.write(letter()).html().contains('Welcome to Berita &amp; Co.')
    }

    def "drafts have no text form that tells the token or the code"() {
        given:
        def draft = new Wording(new Phrases(Language.ENGLISH), 'Beranda', new LinkBase(URI.create(SITE))).draft(letter())

        expect:
        !draft.toString().contains(TOKEN)
        !draft.toString().contains(CODE)
    }

    private static List<String> addresses(String text) {
        (text =~ /(?i)\b(?:https?:|\/\/)[^\s"<>]+/).collect { it as String }
    }
}
