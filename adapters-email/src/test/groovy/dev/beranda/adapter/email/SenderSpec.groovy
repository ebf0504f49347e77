package dev.beranda.adapter.email

import spock.lang.Specification

class SenderSpec extends Specification {

    def "#raw is understood"() {
        given:
        def sender = Sender.parse(raw)

        expect:
        [sender.name(), sender.address().value()] == [name, 'post@beranda.test']

        where:
        raw                                   || name
        'post@beranda.test'                   || ''
        ' Post@Beranda.test '                 || ''
        '<post@beranda.test>'                 || ''
        'Beranda <post@beranda.test>'         || 'Beranda'
        '"Beranda, Inc." <post@beranda.test>' || 'Beranda, Inc.'
        'Berita Ōta & Co <post@beranda.test>' || 'Berita Ōta & Co'
    }

    def "a name of any script survives the header"() {
        expect:
        Sender.parse('Ōta 大田 <post@beranda.test>').internetAddress().personal == 'Ōta 大田'
        Sender.parse('Ōta <post@beranda.test>').internetAddress().toString().every { it < '\u0080' }
    }

    def "#raw is refused"() {
        when:
        Sender.parse(raw)

        then:
        thrown(IllegalArgumentException)

        where:
        raw << [
            '',
            'Beranda',
            'Beranda <post>',
            'Beranda <post@beranda.test',
            'Beranda <a@beranda.test>, Eve <eve@evil.test>',
            'Bera\r\nBcc: eve@evil.test <post@beranda.test>',
            'Beranda <post@beranda.test>\r\nBcc: eve@evil.test',
            'Bera"nda <post@beranda.test>',
            '<x> <post@beranda.test>',
        ]
    }
}
