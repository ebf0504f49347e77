package dev.beranda.bootstrap.journey

import dev.beranda.domain.fixture.SoftKey
import dev.beranda.domain.passkey.Passkey
import groovy.json.JsonOutput

/** What the description foresees and who comes rightfully does not meet. */
class RefusalsIT extends JourneySpecification {

    static final JSON = ['Content-Type': 'application/json']

    def guest = visitor()
    def account = guest.register()

    def setup() {
        guest.logIn(account)
    }

    def "a quarter of an hour after the login no way into the account is added or taken away: #method #path"() {
        given:
        def device = new SoftKey('https://beranda.test')
        def key = guest.post('/api/auth/passkeys/register', device.make(guest.post('/api/auth/passkeys/register/options', [:]).body)).body.id
        Town.byHand("update session set opened_at = opened_at - interval '16 minutes' where user_id = (select id from app_user where email = '$account.email')")

        when:
        def answer = send(method, path.replace('{id}', key), [:])

        then:
        answer.status == 403
        answer.body.code == 'login_too_old'

        where:
        method   | path
        'POST'   | '/api/auth/mfa/totp'
        'POST'   | '/api/auth/passkeys/register/options'
        'DELETE' | '/api/auth/passkeys/{id}'
    }

    def "twenty passkeys are enough"() {
        given:
        Passkey.MOST.times {
            assert guest.post('/api/auth/passkeys/register',
                    new SoftKey('https://beranda.test').make(guest.post('/api/auth/passkeys/register/options', [:]).body)).status == 201
        }

        expect:
        guest.post('/api/auth/passkeys/register/options', [:]).with { [status, body.code] } == [409, 'too_many_passkeys']
    }

    def "what cannot be meant is said by field: #method #path #body"() {
        when:
        def answer = method == 'GET' ? visitor().get("$path?${body.collect { "$it.key=$it.value" }.join('&')}") : send(method, path, body)

        then:
        answer.status == 422
        answer.flaws == flaws

        where:
        method | path                            | body                                                        || flaws
        'POST' | '/api/auth/login'               | [username: 'ayu', email: 'a@b.test', password: 'x']         || [username: ['one_name_only']]
        'POST' | '/api/auth/login'               | [email: 'a@b.test', identifier: 'a@b.test', password: 'x']  || [email: ['one_name_only']]
        'POST' | '/api/auth/email/verify'        | [email: 'a@b.test', code: '12']                             || [code: ['code_invalid']]
        'POST' | '/api/auth/magic-link/login'    | [email: 'a@b.test', code: 'abcdef']                         || [code: ['code_invalid']]
        'POST' | '/api/auth/password/reset'      | [email: 'a@b.test', code: '1234567', password: 'empat kata tanpa kaitan'] || [code: ['code_invalid']]
        'GET'  | '/api/auth/oauth/sunrise/start' | [code_challenge: 'short', code_challenge_method: 'S256']    || [code_challenge: ['challenge_invalid']]
        'GET'  | '/api/auth/oauth/sunrise/start' | [code_challenge: 'c' * 43, code_challenge_method: 'plain']  || [code_challenge_method: ['challenge_invalid']]
        'POST' | '/api/auth/passkeys/login'      | [id: '!', type: 'public-key', response: [clientDataJSON: 'AAAA', authenticatorData: 'AAAAA', signature: 'AAAA']] \
                || [id: ['not_base64url'], 'response.authenticatorData': ['not_base64url']]
    }

    private Answer send(String method, String path, Map<String, ?> body) {
        guest.send(method, path, JsonOutput.toJson(body).bytes, JSON)
    }
}
