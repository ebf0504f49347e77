package dev.beranda.adapter.web.http

import spock.lang.Specification

class CorsSettingsSpec extends Specification {

    def "origins are taken over as they are spelt"() {
        expect:
        new CorsSettings([' https://www.example.org', 'http://localhost:3000', '', 'http://[::1]:3000'])
                .properties()['micronaut.server.cors.configurations.frontend.allowed-origins'] ==
                ['https://www.example.org', 'http://localhost:3000', 'http://[::1]:3000']
    }

    def "no origin means no sharing"() {
        expect:
        new CorsSettings(origins).properties()['micronaut.server.cors.enabled'] == false

        where:
        origins << [[], [''], [' ', '']]
    }

    def "what browsers do not send as an origin is refused in one line that names it"() {
        when:
        new CorsSettings(['https://www.example.org', origin])

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "BERANDA_ALLOWED_ORIGINS: '$origin' is not an origin such as https://www.example.org"

        where:
        origin << [
                '*', 'null', 'https://*.example.org', 'https://www.example.org/', 'https://www.example.org/path', 'https://www.example.org?a', 'https://www.example.org#a',
                'www.example.org', 'ftp://www.example.org', 'HTTPS://www.example.org', 'https://WWW.example.org', 'https://u@www.example.org', 'https://', 'https:///',
                'https://www.example.org:443', 'http://www.example.org:80', 'https://www.example.org:', 'https://www.example.org:port', 'https://www.example.org:99999',
                'https://a b', 'https://-.', 'https://exa_mple.org', 'https://www.example.org https://b.example', 'https://bücher.example', 'file:///',
        ]
    }
}
