package dev.beranda.adapter.web.security

import dev.beranda.adapter.web.problem.Refusal
import dev.beranda.domain.session.SessionId
import io.micronaut.http.HttpRequest
import javax.crypto.spec.SecretKeySpec
import spock.lang.Specification

class CsrfGuardSpec extends Specification {

    static final SESSION = new SessionId(new UUID(1, 2))
    static final OTHER = new SessionId(new UUID(1, 3))
    static final TOKENS = keyed(1)
    static final OURS = ['https://www.example.org', 'http://localhost:3000']

    def guard = new CsrfGuard(TOKENS, 'https://API.example.org:443', OURS)

    def "a page of ours that shows the token of the session is let through: #headers"() {
        when:
        guard.refuseStrangers(request(headers + ['X-CSRF-Token': TOKENS.of(SESSION)]), SESSION)

        then:
        noExceptionThrown()

        where:
        headers << [
            [:],
            [Origin: 'https://api.example.org', 'Sec-Fetch-Site': 'same-origin'],
            [Origin: 'https://www.example.org', 'Sec-Fetch-Site': 'same-site'],
            [Origin: 'http://localhost:3000'],
            ['Sec-Fetch-Site': 'none'],
        ]
    }

    def "a page of others is not, whatever it shows: #headers"() {
        when:
        guard.refuseStrangers(request(headers + ['X-CSRF-Token': TOKENS.of(SESSION)]), SESSION)

        then:
        thrown(Refusal)

        when:
        guard.refuseStrangers(request(headers))

        then:
        thrown(Refusal)

        where:
        headers << [
            'https://evil.example', 'null', '', 'http://api.example.org', 'https://api.example.org:8443', 'https://API.example.org',
            'https://api.example.org.evil.example', 'https://evil.api.example.org', 'https://api.example.org/',
            'https://api.example.org,https://www.example.org', 'http://localhost', 'http://localhost:3001',
        ].collect { [Origin: it] } + [
            ['Sec-Fetch-Site': 'cross-site'],
            [Origin: 'https://www.example.org', 'Sec-Fetch-Site': 'cross-site'],
        ]
    }

    def "a page that does not know the token is not: #what"() {
        when:
        guard.refuseStrangers(request(shown == null ? [:] : ['X-CSRF-Token': shown]), SESSION)

        then:
        thrown(Refusal)

        where:
        what                    | shown
        'none'                  | null
        'an empty one'          | ''
        'of another session'    | TOKENS.of(OTHER)
        'of another house'      | keyed(2).of(SESSION)
        'cut short'             | TOKENS.of(SESSION)[0..-2]
        'longer'                | TOKENS.of(SESSION) + 'A'
        'other letters'         | 'ü' * 43
    }

    def "two tokens are none"() {
        given:
        def request = request(['X-CSRF-Token': TOKENS.of(SESSION)]).header('X-CSRF-Token', TOKENS.of(SESSION))

        when:
        guard.refuseStrangers(request, SESSION)

        then:
        thrown(Refusal)
    }

    private static CsrfTokens keyed(int key) {
        new CsrfTokens(new SecretKeySpec([key] * 32 as byte[], 'HmacSHA256'))
    }

    private static request(Map<String, String> headers) {
        def request = HttpRequest.POST('/', '')
        headers.each { name, value -> request.header(name, value) }
        request
    }
}
