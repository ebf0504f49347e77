package dev.beranda.domain.user

import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class DisplayNameSpec extends Specification {

    def "people are called as they want, in any script: #typed"() {
        expect:
        DisplayName.parse(typed) == Parsed.of(new DisplayName(kept))

        where:
        typed              || kept
        'Ayu Lestari'      || 'Ayu Lestari'
        '  Ayu  '          || 'Ayu'
        'Re\u0301ne'       || 'R\u00e9ne'
        '李小龍'           || '李小龍'
        'ᬅᬬᬸ'              || 'ᬅᬬᬸ'
        '👩\u200d💻'       || '👩\u200d💻'
        '<b>Ayu</b>'       || '<b>Ayu</b>'
        '😀' * 80          || '😀' * 80
    }

    def "nothing invisible disguises a name"() {
        expect:
        DisplayName.parse(typed) instanceof Parsed.Invalid

        where:
        typed << [
            '', '   ', 'a\nb', 'a\u0000b', 'a\u202eb', 'a\u2066b', 'a\u2028b', 'a\u200bb', 'a\ufeffb', 'a\u00adb',
            '\ud800', 'a\u001b[31m',
        ] + ['a' * 81, 'a' * 1_000_000]
    }
}
