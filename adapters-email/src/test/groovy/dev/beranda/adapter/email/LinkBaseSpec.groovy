package dev.beranda.adapter.email

import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.TicketToken
import spock.lang.Specification

class LinkBaseSpec extends Specification {

    def "a link for #purpose from #base"() {
        expect:
        new LinkBase(URI.create(base)).to(purpose, new TicketToken('a-b_c.9')).reveal() == link

        where:
        base                        | purpose                   || link
        'https://beranda.test'      | Purpose.CONFIRM_EMAIL     || 'https://beranda.test/links/confirm-email#a-b_c.9'
        'https://beranda.test/'     | Purpose.RESET_PASSWORD    || 'https://beranda.test/links/reset-password#a-b_c.9'
        'https://beranda.test/blog' | Purpose.LOG_IN            || 'https://beranda.test/blog/links/log-in#a-b_c.9'
        'http://localhost:8080'     | Purpose.CHANGE_EMAIL      || 'http://localhost:8080/links/change-email#a-b_c.9'
        'http://[::1]:8080'         | Purpose.UNDO_EMAIL_CHANGE || 'http://[::1]:8080/links/undo-email-change#a-b_c.9'
    }

    def "a token stays behind the fence, whatever it is made of"() {
        expect:
        new LinkBase(URI.create(Desk.SITE)).to(Purpose.LOG_IN, new TicketToken('a"b/?<c>#&')).reveal() ==
            "$Desk.SITE/links/log-in#a%22b%2F%3F%3Cc%3E%23%26"
    }

    def "links have no text form"() {
        expect:
        !new LinkBase(URI.create(Desk.SITE)).to(Purpose.LOG_IN, new TicketToken('canary')).toString().contains('canary')
    }

    def "#base is no public address"() {
        when:
        new LinkBase(URI.create(base))

        then:
        thrown(IllegalArgumentException)

        where:
        base << [
            'beranda.test',
            '/blog',
            'ftp://beranda.test',
            'javascript:alert(1)',
            'https:///blog',
            'https://ana:secret@beranda.test',
            'https://beranda.test?x=y',
            'https://beranda.test#there',
        ]
    }
}
