package dev.beranda.adapter.security.password

import spock.lang.Rollup
import spock.lang.Specification
import spock.lang.Timeout

import static dev.beranda.adapter.security.password.Passwords.password
import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

class DjangoPbkdf2SchemeSpec extends Specification {

    static final OF_PHRASE = 'pbkdf2_sha256$1000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0='

    @Rollup
    def "Django's hashes are understood, and made anew at once"() {
        given:
        def stored = new DjangoPbkdf2Scheme().read(encoded).orElseThrow()

        expect:
        stored.compare(password(text)) == YES_BUT_OUTDATED
        stored.compare(password(text + ' ')) == NO

        where:
        encoded                                                                               | text
        OF_PHRASE                                                                             | 'correct horse battery'
        'pbkdf2_sha256$1200$NaCl4salt$9ezNTYzasrn7ZvKaf+nU0IkIYLOJbYagLVm9futyYKc='           | 'pässwörd €😀'
        'pbkdf2_sha256$1000000$NaCl4salt$nyQ4fCBRQ7NkApsRq+fXMsypiuo//9KVgFrjBviQzgM='        | 'correct horse battery'
        'pbkdf2_sha1$1000$NaCl4salt$+KWznhRbyxHtNNG95q9PWeIFmYs='                             | 'correct horse battery'
        'pbkdf2_sha1$1000$NaCl4salt$xmqrpoJvf1oAOpWp0Nz0h1Fmi+0='                             | 'pässwörd €😀'
        'pbkdf2_sha256$1$NaCl4salt$bVjhtVZovoPI35RTPph74/EbHlJY5FnSxCl6LR5LZlI='              | ''
    }

    @Rollup
    def "a password with a zero byte belongs to no such hash"() {
        expect:
        new DjangoPbkdf2Scheme().read(OF_PHRASE).orElseThrow().compare(password(text)) == NO

        where:
        text << ['correct horse battery\0', 'correct horse battery\0x']
    }

    @Timeout(5)
    def "what cannot be a hash, or would cost too much, is not begun: #encoded"() {
        expect:
        new DjangoPbkdf2Scheme().read(encoded).empty

        where:
        encoded << [
            '',
            'pbkdf2_sha256$',
            'pbkdf2_sha256$0$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            'pbkdf2_sha256$4000001$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            'pbkdf2_sha256$1000000000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            'pbkdf2_sha256$-1$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            'pbkdf2_sha256$1000$$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            'pbkdf2_sha256$1000$NaCl4salt$',
            'pbkdf2_sha256$1000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0',
            'pbkdf2_sha256$1000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI!=',
            'pbkdf2_sha256$1000$NaCl4salt$AA==',
            'pbkdf2_sha256$2147483648$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            'pbkdf2_sha1$4000001$NaCl4salt$+KWznhRbyxHtNNG95q9PWeIFmYs=',
            'pbkdf2_sha256$1000$NaCl4salt$+KWznhRbyxHtNNG95q9PWeIFmYs=',
            'pbkdf2_sha1$1000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
        ]
    }
}
