package dev.beranda.domain.shared

import spock.lang.Specification

class EmailAddressSpec extends Specification {

    def "one mailbox is one address, however it is typed: #typed"() {
        expect:
        EmailAddress.parse(typed) == Parsed.of(new EmailAddress(kept))

        where:
        typed                              || kept
        'ayu@example.com'                  || 'ayu@example.com'
        'Ayu@Example.COM'                  || 'ayu@example.com'
        '  ayu@example.com\t'              || 'ayu@example.com'
        '\u00a0ayu@example.com\u3000'      || 'ayu@example.com'
        'ayu@example.com.'                 || 'ayu@example.com'
        'ａｙｕ＠ｅｘａｍｐｌｅ．ｃｏｍ'  || 'ayu@example.com'
        'u\u017fer@example.com'            || 'user@example.com'
        '\u212aetut@example.com'           || 'ketut@example.com'
        'ayu@bücher.example'               || 'ayu@xn--bcher-kva.example'
        'ayu@xn--bcher-kva.example'        || 'ayu@xn--bcher-kva.example'
        'ayu@BÜCHER.example'               || 'ayu@xn--bcher-kva.example'
        'ayu@ex\u200bample.com'            || 'ayu@example.com'
        'ayu+news@example.com'             || 'ayu+news@example.com'
        "o'hara@example.com"               || "o'hara@example.com"
        'a@b.id'                           || 'a@b.id'
    }

    def "what could reach another mailbox, or none, is refused: #typed"() {
        expect:
        EmailAddress.parse(typed) instanceof Parsed.Invalid

        where:
        typed << [
            'ayu', '@', 'ayu@', '@example.com', 'ayu@example', 'ayu@localhost', 'ayu@@example.com',
            'ayu@example..com', '.ayu@example.com', 'ayu.@example.com', 'a..yu@example.com',
            'ayu@-example.com', 'ayu@example-.com', 'ayu@[127.0.0.1]', 'ayu@127.0.0.1', 'ayu@exa_mple.com',
            '"a@evil.test"@victim.test', 'victim@x.test,evil@y.test', 'victim@x.test;evil@y.test',
            'v@x.test\r\nBcc: e@y.test', 'Name <v@x.test>', 'v@x.test>', 'v@x.test (comment)',
            'v\u0000@x.test', 'v@x.te\u0000st', 'v@x.test\u202e', 'v\u200b@x.test', 'v\u00ad@x.test',
            'adm\u0131n@x.test', 'аyu@example.com', '\ud800@x.test',
        ] + ['a' * 65 + '@example.com', 'a@' + ('b' * 63 + '.') * 4 + 'com', 'a' * 1_000_000 + '@x.test']
    }

    def "our own spelling is taken as it is, anything else is a bug"() {
        when:
        new EmailAddress(spelling)

        then:
        thrown(IllegalArgumentException)

        where:
        spelling << ['Ayu@example.com', ' ayu@example.com', 'ayu@example.com.', '']
    }

    def "it falls into the part before the @ and the part behind it"() {
        given:
        def address = new EmailAddress('ayu+news@example.com')

        expect:
        address.localPart() == 'ayu+news'
        address.domain() == 'example.com'
    }
}
