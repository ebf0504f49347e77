package dev.beranda.bootstrap.journey

import dev.beranda.domain.fixture.SoftKey
import groovy.json.JsonSlurper

/** Somebody opens an account with an address that is not theirs, puts in every door there is, and lies in wait for its reader. */
class SquattingIT extends JourneySpecification {

    static final JSON = ['Content-Type': 'application/json']
    static final OWN = 'my own four words'

    def postman = Town.POSTMAN
    def squatter = visitor()
    def account = squatter.register()
    def device = new SoftKey('https://beranda.test')
    Map login
    Phone phone

    def setup() {
        squatter.logIn(account)
        def options = squatter.post('/api/auth/passkeys/register/options', [:])
        assert squatter.post('/api/auth/passkeys/register', device.make(options.body)).status == 201
        assert squatter.post('/api/me/email', [email: "lair-$account.email".toString(), password: account.password]).status == 202
        phone = new Phone(squatter.post('/api/auth/mfa/totp', [:]).body.secret)
        assert squatter.post('/api/auth/mfa/totp/confirm', [code: phone.code()]).status == 200
        def half = visitor().post('/api/auth/login', [email: account.email, password: account.password])
        login = squatter.post('/api/auth/login/mfa', [mfa_token: half.body.mfa_token, code: phone.code(1)]).body
        squatter.access = login.access
    }

    def "its reader comes in by a letter, alone, and nothing the squatter had opens anything: #how"() {
        given:
        def half = visitor().post('/api/auth/login', [email: account.email, password: account.password]).body
        def move = postman.awaitTo("lair-$account.email", 'change-email')
        def reader = visitor(1)

        when:
        def came = comeIn(this, reader)

        then: "no second factor is asked for that they do not have"
        came.status == 200
        came.body.user.email == account.email
        came.body.user.email_verified

        and: "who was in is out, on every node"
        nodes.each { node -> withinASecond { squatter.at(node).get('/api/me').status == 401 } }
        visitor().post('/api/auth/token/refresh', [refresh: login.refresh]).status == 401

        and: "who was on the way in is turned away"
        visitor().post('/api/auth/login/mfa', [mfa_token: half.mfa_token, code: phone.code(1)]).body.code == 'mfa_token_not_valid'

        and: "no door is left"
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).status == 401
        visitor().post('/api/auth/passkeys/login', device.use(visitor().post('/api/auth/passkeys/login/options', [:]).body)).status == 401
        visitor().post('/api/auth/email/change', [token: move.token]).body.code == 'ticket_not_valid'

        when:
        reader.access = came.body.access

        then:
        reader.get('/api/auth/passkeys').body.items == []
        reader.get('/api/auth/sessions').body.items.size() == 1
        reader.get('/api/me/security-log').body.items.findAll { it.kind == 'session.ended' && it.session_id == squattersSession }*.reason == [reason]

        where:
        how              | reason           | comeIn
        'a link'         | 'address_proven' | { spec, who -> spec.byLetter(who) }
        'a new password' | 'password_reset' | { spec, who -> spec.byReset(who) }
    }

    def "the letter that follows has them choose a password of their own"() {
        given:
        byLetter(visitor())

        when:
        def mail = postman.awaitTo(account.email, 'reset-password')
        def reset = visitor(1).post('/api/auth/password/reset', [token: mail.token, password: OWN])

        then:
        reset.status == 204
        visitor().post('/api/auth/login', [email: account.email, password: OWN]).status == 200
    }

    def "who confirmed the address keeps what they put in: they pressed the button of a letter about this very account"() {
        given:
        visitor().post('/api/auth/email/verify', [token: postman.awaitTo(account.email, 'confirm-email').token])

        when:
        def came = byLetter(visitor())

        then:
        came.body.mfa_required
        squatter.get('/api/me').status == 200
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).body.mfa_required
    }

    def "of a squatter who is just coming in and the reader, on two nodes at once, the reader wins: #round"() {
        given:
        squatter.send('DELETE', '/api/auth/mfa/totp', "{\"password\":\"$account.password\"}".bytes, JSON)
        visitor().post('/api/auth/magic-link', [email: account.email])
        def token = postman.awaitTo(account.email, 'log-in').token

        when:
        def answers = Crowd.of(12) { i -> i == 5
                ? visitor(1).post('/api/auth/magic-link/login', [token: token])
                : visitor(i % 2).post('/api/auth/login', [email: account.email, password: account.password]) }
        def reader = visitor()
        reader.access = answers[5].body.access

        then:
        answers[5].status == 200
        reader.get('/api/auth/sessions').body.items*.current == [true]
        answers.indices.findAll { it != 5 && answers[it].status == 200 }.every { i ->
            withinASecond { visitor(i % 2).get('/api/me', [Authorization: "Bearer ${answers[i].body.access}".toString()]).status == 401 }
            true
        }

        where:
        round << (1..5)
    }

    private String getSquattersSession() {
        def claims = new JsonSlurper().parse(Base64.urlDecoder.decode(login.access.split('\\.')[1]))
        claims.sid
    }

    Answer byLetter(Visitor reader) {
        reader.post('/api/auth/magic-link', [email: account.email])
        reader.post('/api/auth/magic-link/login', [token: postman.awaitTo(account.email, 'log-in').token])
    }

    Answer byReset(Visitor reader) {
        reader.post('/api/auth/password/forgot', [email: account.email])
        def token = postman.awaitTo(account.email, 'reset-password').token
        assert reader.post('/api/auth/password/reset', [token: token, password: OWN]).status == 204
        reader.post('/api/auth/login', [email: account.email, password: OWN])
    }
}
