package dev.beranda.domain.identity

import spock.lang.Specification

class ReturnAddressSpec extends Specification {

    def addresses = new ReturnAddresses(
            new ReturnAddress('https://beranda.test/'),
            ['https://beranda.test', 'http://localhost:3000'],
            [new ReturnAddress('https://app.test/auth/back?from=beranda')])

    def "a page of ours will do, and a page that is named: #raw"() {
        expect:
        addresses.find(raw).get().value() == value

        where:
        raw                                       || value
        ''                                        || 'https://beranda.test/'
        'https://beranda.test'                    || 'https://beranda.test/'
        'https://beranda.test/'                   || 'https://beranda.test/'
        'https://beranda.test/id/masuk?next=/a/b' || 'https://beranda.test/id/masuk?next=/a/b'
        'http://localhost:3000/welcome'           || 'http://localhost:3000/welcome'
        'https://app.test/auth/back?from=beranda' || 'https://app.test/auth/back?from=beranda'
    }

    def "nobody else's will do, nor anything that some read otherwise: #raw"() {
        expect:
        addresses.find(raw).empty

        where:
        raw << [
            '//evil.test', '/\\evil.test', '/welcome', 'welcome', 'https:evil.test', 'https:/evil.test', 'https:///evil.test',
            'https://evil.test', 'https://beranda.test@evil.test', 'https://beranda.test:x@evil.test', 'https://beranda.test.evil.test',
            'https://evil.test/https://beranda.test/', 'https://evil.test?https://beranda.test/', 'https://evil.test#https://beranda.test/',
            'https://evil.test\\.beranda.test', 'https://beranda.test\\@evil.test', 'https://beranda.test%2eevil.test', 'https://beranda.test%40evil.test',
            'http://beranda.test/', 'https://beranda.test:444/', 'https://beranda.test:/', 'https://beranda.test./', 'https://BERANDA.test/',
            'http://localhost:3001/', 'http://localhost/', 'javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd',
            '%2f%2fevil.test', 'https%3a//beranda.test/', 'https://beranda.test/\tx', 'https://beranda.test/\r\nX: y', 'https://beranda\t.test/',
            ' https://beranda.test/', 'https://beranda.test/ ', 'https://beranda.test/\u0000', 'https://berandа.test/', 'https://beranda。test/', 'https://ｂeranda.test/',
            'https://beranda.test/../evil', 'https://beranda.test/ok/../../evil', 'https://beranda.test/.', 'https://beranda.test/..', 'https://beranda.test//evil.test',
            'https://beranda.test/%2e%2e/evil', 'https://beranda.test/%2f', 'https://beranda.test/\\evil', 'https://beranda.test/#x', 'https://beranda.test/?a=%', 'https://beranda.test/?a=%zz',
            'https://app.test/', 'https://app.test/auth/back', 'https://app.test/auth/back?from=beranda&x', 'https://app.test/auth/back/?from=beranda', 'https://app.test/auth/Back?from=beranda',
            'https://beranda.test/' + 'a' * 500,
        ]
    }

    def "what is told to the page stands in its query, and stays one value: #words"() {
        expect:
        new ReturnAddress(page).telling('code', words).toString() == address

        where:
        page                         | words     || address
        'https://beranda.test/a'     | 'x-Y_9.~' || 'https://beranda.test/a?code=x-Y_9.~'
        'https://beranda.test/a?b=c' | 'x'       || 'https://beranda.test/a?b=c&code=x'
        'https://beranda.test/a'     | 'a b&c=d' || 'https://beranda.test/a?code=a%20b%26c%3Dd'
        'https://beranda.test/a'     | 'é#+\n'   || 'https://beranda.test/a?code=%C3%A9%23%2B%0A'
    }

    def "two things may be told"() {
        expect:
        new ReturnAddress('https://beranda.test/').telling('error', 'no', 'error_description', 'Not now.').toString() ==
                'https://beranda.test/?error=no&error_description=Not%20now.'
    }
}
