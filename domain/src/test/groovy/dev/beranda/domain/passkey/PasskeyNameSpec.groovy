package dev.beranda.domain.passkey

import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class PasskeyNameSpec extends Specification {

    def "a name is a line that one can read: #raw"() {
        expect:
        (PasskeyName.parse(raw) as Parsed.Valid).value() == new PasskeyName(kept)

        where:
        raw               || kept
        'My phone'        || 'My phone'
        '  My phone '     || 'My phone'
        'Ponsel 📱'       || 'Ponsel 📱'
        'x' * 80          || 'x' * 80
    }

    def "everything else is none: #raw"() {
        expect:
        PasskeyName.parse(raw) instanceof Parsed.Invalid

        where:
        raw << ['', '   ', 'x' * 81, 'two\nlines', 'turned \u202e round', 'a\u0000b', '\u2028']
    }
}
