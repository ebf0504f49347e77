package dev.beranda.adapter.oauth

import dev.beranda.domain.identity.Outsider.Reach
import dev.beranda.domain.identity.Testimony
import dev.beranda.domain.shared.EmailAddress
import spock.lang.AutoCleanup
import spock.lang.Specification

/// GitHub, as its documentation describes it.
class GithubIT extends Specification {

    static final PERSON = [login: 'ayu', id: 583231, name: 'Ayu Kartini', email: null, type: 'User']
    static final ADDRESSES = [
        [email: 'other@example.com', verified: true, primary: false, visibility: null],
        [email: 'ayu@example.com', verified: true, primary: true, visibility: 'private'],
    ]

    @AutoCleanup
    def github = new StrangeProvider()

    @AutoCleanup
    def providers = github.believedAs(new Dialect.Github(URI.create(github.address), URI.create(github.address + '/api')))

    def setup() {
        github.answers['/login/oauth/access_token'] = {
            it.requestHeaders.getFirst('Accept') == 'application/json'
                    ? StrangeProvider.json(it, [access_token: 'gho_16C7', scope: 'read:user,user:email', token_type: 'bearer'])
                    : StrangeProvider.send(it, 'access_token=gho_16C7&token_type=bearer', 'application/x-www-form-urlencoded')
        }
        github.answers['/api/user'] = { StrangeProvider.json(it, PERSON) }
        github.answers['/api/user/emails'] = { StrangeProvider.json(it, ADDRESSES) }
    }

    def "a browser is sent to GitHub with what it understands"() {
        when:
        def address = StrangeProvider.addressOf(providers).get()

        then:
        address.toString().startsWith("$github.address/login/oauth/authorize?")
        with(StrangeProvider.fields(address.rawQuery)) {
            client_id == 'beranda'
            redirect_uri == 'https://beranda.test/api/auth/oauth/sunrise/callback'
            scope == 'read:user user:email'
            state == 'the-state'
            code_challenge_method == 'S256'
            code_challenge.length() == 43
        }
        github.asked.empty
    }

    def "somebody is their number there, and reached at the address they are written to"() {
        when:
        def outsider = StrangeProvider.hear(providers).outsider()

        then:
        outsider.subject().value() == '583231'
        outsider.reach() == new Reach.Verified(new EmailAddress('ayu@example.com'))
        outsider.handle() == 'ayu'
        outsider.name() == 'Ayu Kartini'
        outsider.label() == 'ayu'

        and:
        with(github.askedFor('/login/oauth/access_token').first().form) {
            code == 'the-code'
            code_verifier == 'v' * 43
            client_id == 'beranda'
            client_secret == 'canary-client-secret'
        }
        github.asked.findAll { it.path.startsWith('/api') }.every {
            it.headers.getFirst('Authorization') == 'Bearer gho_16C7' && it.headers.getFirst('User-Agent')
                    && it.headers.getFirst('Accept') == 'application/vnd.github+json' && it.headers.getFirst('X-GitHub-Api-Version')
        }
    }

    def "an address is as good as GitHub says: #addresses"() {
        given:
        github.answers['/api/user/emails'] = { StrangeProvider.json(it, addresses) }

        expect:
        StrangeProvider.hear(providers).outsider().reach() == reach

        where:
        addresses                                                                                                       || reach
        [[email: 'ayu@example.com', verified: false, primary: true]]                                                    || new Reach.Claimed(new EmailAddress('ayu@example.com'))
        [[email: 'ayu@example.com', primary: true]]                                                                     || new Reach.Claimed(new EmailAddress('ayu@example.com'))
        [[email: 'ayu@example.com', verified: 'true', primary: true]]                                                   || new Reach.Claimed(new EmailAddress('ayu@example.com'))
        [[email: 'ayu@example.com', verified: true, primary: false]]                                                    || new Reach.Unknown()
        [[email: 'x@example.com', verified: false, primary: true], [email: 'y@example.com', verified: true]]            || new Reach.Claimed(new EmailAddress('x@example.com'))
        []                                                                                                              || new Reach.Unknown()
        [[email: 17, verified: true, primary: true]]                                                                    || new Reach.Unknown()
    }

    def "who does not show their addresses has none here, whatever stands in their profile"() {
        given:
        github.answers['/api/user'] = { StrangeProvider.json(it, PERSON + [email: 'public@example.com']) }
        github.answers['/api/user/emails'] = { StrangeProvider.json(it, [message: 'Not Found', documentation_url: 'x'], 404) }

        expect:
        StrangeProvider.hear(providers).outsider().reach() == new Reach.Unknown()
    }

    def "errors come with a status that says all is well, and are errors: #answer"() {
        given:
        github.answers['/login/oauth/access_token'] = { StrangeProvider.json(it, answer) }

        expect:
        StrangeProvider.hear(providers) == new Testimony.Worthless()
        github.askedFor('/api/user').empty

        where:
        answer << [
            [error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.', error_uri: 'x'],
            [error: 'incorrect_client_credentials'], [error: 'x', access_token: 'y'], [:], [access_token: ''], [access_token: 17], [access_token: 'a b\r\nX: y'],
        ]
    }

    def "nobody is no person: #id"() {
        given:
        github.answers['/api/user'] = { StrangeProvider.json(it, PERSON + [id: id]) }

        expect:
        StrangeProvider.hear(providers) == new Testimony.Worthless()

        where:
        id << [0, null, -1, '', '583231', 1.5, true, [1]]
    }

    def "what is not understood is like silence: #place"() {
        given:
        github.answers[place] = { StrangeProvider.send(it, '<html>unicorn</html>', 'text/html', 502) }

        expect:
        StrangeProvider.hear(providers) == new Testimony.Unavailable()

        where:
        place << ['/login/oauth/access_token', '/api/user', '/api/user/emails']
    }
}
