package dev.beranda.domain.comment

import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class GuestNameSpec extends Specification {

    def "any name one can read will do: #raw"() {
        expect:
        GuestName.parse(raw) == Parsed.of(new GuestName(name))

        where:
        raw            || name
        'Budi'         || 'Budi'
        '  Bu\u0308di ' || 'Büdi'
        '雨 & 🌧'      || '雨 & 🌧'
        'x' * 80       || 'x' * 80
    }

    def "one that says nothing, hides something or never ends will not"() {
        expect:
        (GuestName.parse(raw) as Parsed.Invalid).flaws()*.code() == ['guest_name_invalid']

        where:
        raw << ['', '  ', 'a\nb', 'a\u202Eb', 'x' * 81, 'x' * 100_000]
    }
}
