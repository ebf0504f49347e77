package dev.beranda.adapter.email

import spock.lang.Specification

class PersonNameSpec extends Specification {

    def "#given is said as '#said'"() {
        expect:
        new PersonName(given).with { [it.given(), it.sayable] } == [said, true]

        where:
        given                    || said
        'Ana'                    || 'Ana'
        'R. A. Kartini'          || 'R. A. Kartini'
        'Dr. Ana'                || 'Dr. Ana'
        'D’Artagnan & O\'Neil'   || 'D’Artagnan & O\'Neil'
        ' Ana \r\n\t Budi '      || 'Ana Budi'
        'Ana\u202eidB'           || 'Ana idB'
        '大田'                     || '大田'
    }

    def "'#given' is not said"() {
        expect:
        !new PersonName(given).sayable

        where:
        given << [
            '',
            ' \u2028 ',
            'http://evil.test',
            'Win at evil.test',
            'www.evil.test',
            'evil。test',
            'evil.test/x',
            'eve@evil',
            'tel:123',
        ]
    }
}
