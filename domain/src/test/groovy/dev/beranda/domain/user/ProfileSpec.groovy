package dev.beranda.domain.user

import dev.beranda.domain.shared.Parsed
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

class ProfileSpec extends Specification {

    def "a bio has lines, and nothing that cannot be seen: #typed"() {
        expect:
        (Bio.parse(typed) as Parsed.Valid).value().value() == kept

        where:
        typed              || kept
        ''                 || ''
        '  Reads.  '       || 'Reads.'
        'one\r\ntwo'       || 'one\ntwo'
        'ę́ and e\u0301'    || 'ę́ and é'
        'x' * 500          || 'x' * 500
        '🌺' * 500         || '🌺' * 500
    }

    def "what is no bio, no place and no address on the web is refused: #what"() {
        expect:
        parsed instanceof Parsed.Invalid

        where:
        what                     | parsed
        'a long bio'             | Bio.parse('x' * 501)
        'a very long bio'        | Bio.parse('x' * 1_000_000)
        'a bio with a bell'      | Bio.parse('ding\u0007')
        'a bio turned around'    | Bio.parse('\u202Eoib')
        'half a character'       | Bio.parse('\ud83c')
        'two lines of location'  | Location.parse('here\nthere')
        'a long location'        | Location.parse('x' * 101)
        'a script'               | Website.parse('javascript:alert(1)')
        'data'                   | Website.parse('data:text/html,x')
        'a file'                 | Website.parse('file:///etc/passwd')
        'no scheme'              | Website.parse('example.com')
        'no host'                | Website.parse('https:///x')
        'a name and a password'  | Website.parse('https://user:pass@example.com')
        'a blank within'         | Website.parse('https://example.com/a b')
        'a line within'          | Website.parse('https://example.com/\nx')
        'a long address'         | Website.parse('https://example.com/' + 'x' * 300)
        'an offset'              | TimeZones.parse('+07:00')
        'an abbreviation'        | TimeZones.parse('EST')
        'no zone'                | TimeZones.parse('Mars/Olympus')
        'nothing'                | TimeZones.parse('')
    }

    def "an address on the web is kept as it is: #address"() {
        expect:
        (Website.parse(" $address ") as Parsed.Valid).value().value() == address

        where:
        address << ['https://example.com', 'http://example.com:8080/a?b=c#d', 'HTTPS://Example.com', '']
    }

    def "a time zone is a place, or UTC: #name"() {
        expect:
        (TimeZones.parse(name) as Parsed.Valid).value() == zone
        TimeZones.ofName(TimeZones.nameOf(zone)) == zone
        TimeZones.nameOf(zone) == name

        where:
        name           || zone
        'UTC'          || ZoneOffset.UTC
        'Asia/Jakarta' || ZoneId.of('Asia/Jakarta')
    }
}
