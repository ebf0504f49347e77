package dev.beranda.bootstrap.journey

import dev.beranda.domain.fixture.SoftKey

/** POST /api/auth/passkeys and what follows from it, with a device that speaks the standard. */
class PasskeyIT extends JourneySpecification {

    static final PAGE = 'https://beranda.test'

    def guest = visitor()
    def account = guest.register()
    def device = new SoftKey(PAGE)

    def setup() {
        guest.logIn(account)
    }

    def "a device is asked for a key that is found by itself, and it is kept under a name"() {
        when:
        def options = guest.post('/api/auth/passkeys/register/options', [:])

        then:
        options.status == 200
        options.body.user.name == account.username
        with(options.body) {
            rp == [id: 'beranda.test', name: 'beranda.test']
            challenge ==~ /[A-Za-z0-9_-]{43}/
            pubKeyCredParams*.alg == [-7, -8, -257]
            authenticatorSelection == [residentKey: 'required', requireResidentKey: true, userVerification: 'required']
            attestation == 'none'
            excludeCredentials == []
        }

        when:
        def added = guest.at(nodes[1]).post('/api/auth/passkeys/register', device.make(options.body) + [name: 'My phone'])

        then:
        added.status == 201
        added.body.name == 'My phone'
        guest.get('/api/auth/passkeys').body.items == [added.body]
        guest.post('/api/auth/passkeys/register/options', [:]).body.excludeCredentials == [[type: 'public-key', id: device.id]]
        Town.POSTMAN.awaitSubject(account.email, 'new passkey')
    }

    def "whoever holds it comes in without a name and without a password, on either node: #node"() {
        given:
        register()

        when:
        def options = visitor(node).post('/api/auth/passkeys/login/options', [:])
        def came = visitor(1 - node).post('/api/auth/passkeys/login', device.use(options.body) + [device_name: 'Phone'])

        then:
        options.body.keySet() == ['challenge', 'timeout', 'rpId', 'allowCredentials', 'userVerification'] as Set
        options.body.allowCredentials == []
        options.body.userVerification == 'required'
        came.status == 200
        came.body.user.username == account.username
        visitor().with { access = came.body.access; get('/api/auth/sessions') }.body.items.find { it.current }.name == 'Phone'

        where:
        node << [0, 1]
    }

    def "an answer that is not right lets nobody in, and uses the challenge up: #what"() {
        given:
        register()
        def options = visitor().post('/api/auth/passkeys/login/options', [:]).body

        when:
        def refused = visitor().post('/api/auth/passkeys/login', device.use(options, lies))

        then:
        refused.status == 401
        refused.body.code == 'passkey_not_valid'
        visitor().post('/api/auth/passkeys/login', device.use(options)).status == 401

        where:
        what                          | lies
        'from a stranger\'s page'     | [origin: 'https://evil.test']
        'for another site'            | [party: 'evil.test']
        'of the other ceremony'       | [type: 'webauthn.create']
        'its owner was not made sure' | [unverified: true]
        'nobody was there'            | [absent: true]
        'signed by another key'       | [keys: SoftKey.freshKeys()]
        'of nobody'                   | [userHandle: null]
        'of somebody else'            | [userHandle: 'AAAAAAAAAAAAAAAAAAAAAA']
    }

    def "an answer is good once, also of fifty at once, on two nodes"() {
        given:
        register()
        def answer = device.use(visitor().post('/api/auth/passkeys/login/options', [:]).body)

        expect:
        Crowd.of(50) { visitor(it % 2).post('/api/auth/passkeys/login', answer).status }.countBy { it } == [200: 1, 401: 49]
    }

    def "of fifty keys that are made for one challenge, brought at once to two nodes, one is kept"() {
        given:
        def options = guest.post('/api/auth/passkeys/register/options', [:]).body
        def answers = (1..50).collect { new SoftKey(PAGE).make(options) }

        expect:
        Crowd.of(50) { guest.at(nodes[it % 2]).post('/api/auth/passkeys/register', answers[it]).status }.countBy { it } == [201: 1, 400: 49]
        guest.get('/api/auth/passkeys').body.items.size() == 1
    }

    def "a counter that does not go on is of a copy, also when both come at once"() {
        given:
        device.counter = 7
        register()
        def answers = (1..10).collect { device.use(visitor().post('/api/auth/passkeys/login/options', [:]).body, [counter: 8]) }

        expect:
        Crowd.of(10) { visitor(it % 2).post('/api/auth/passkeys/login', answers[it]).status }.countBy { it } == [200: 1, 401: 9]
        comeIn([counter: 7]).status == 401
        comeIn([counter: 9]).status == 200
    }

    def "a challenge is bound to what it was made for"() {
        given:
        register()
        def other = visitor()
        other.logIn(other.register())
        def toAdd = guest.post('/api/auth/passkeys/register/options', [:]).body
        def toComeIn = visitor().post('/api/auth/passkeys/login/options', [:]).body

        expect: "to whom, and in which session"
        other.post('/api/auth/passkeys/register', new SoftKey(PAGE).make(toAdd)).body.code == 'passkey_not_added'

        and: "to add, or to come in"
        visitor().post('/api/auth/passkeys/login', device.use(guest.post('/api/auth/passkeys/register/options', [:]).body)).status == 401
        guest.post('/api/auth/passkeys/register', new SoftKey(PAGE).make(toComeIn + [user: toAdd.user])).status == 400
    }

    def "a key is one person's"() {
        given:
        register()
        def other = visitor()
        other.logIn(other.register())
        def options = other.post('/api/auth/passkeys/register/options', [:]).body

        expect:
        other.post('/api/auth/passkeys/register', device.make(options)).body.code == 'passkey_not_added'
        other.get('/api/auth/passkeys').body.items == []
    }

    def "beside a password, it is the second factor"() {
        given:
        register()
        def phone = new Phone(guest.post('/api/auth/mfa/totp', [:]).body.secret)
        assert guest.post('/api/auth/mfa/totp/confirm', [code: phone.code()]).status == 200
        def half = visitor().post('/api/auth/login', [email: account.email, password: account.password]).body

        expect:
        half.methods == ['totp', 'recovery_code', 'passkey']

        when:
        def options = visitor(1).post('/api/auth/passkeys/login/options', [mfa_token: half.mfa_token])

        then:
        options.body.allowCredentials == [[type: 'public-key', id: device.id]]
        visitor().post('/api/auth/passkeys/login', device.use(options.body, [userHandle: null]) + [mfa_token: half.mfa_token]).status == 200
        visitor().post('/api/auth/passkeys/login/options', [mfa_token: half.mfa_token]).body.code == 'mfa_token_not_valid'
        visitor().post('/api/auth/login/mfa', [mfa_token: half.mfa_token, code: phone.code(1)]).body.code == 'mfa_token_not_valid'

        and: "alone it does too"
        comeIn().status == 200
    }

    def "removing it logs every other device out, and it opens nothing any more"() {
        given:
        def passkey = register()
        def elsewhere = comeIn().body

        expect:
        guest.delete("/api/auth/passkeys/$passkey.id").status == 204
        visitor().post('/api/auth/token/refresh', [refresh: elsewhere.refresh]).status == 401
        guest.get('/api/me').status == 200
        comeIn().status == 401
        guest.delete("/api/auth/passkeys/$passkey.id").status == 404
        Town.POSTMAN.awaitSubject(account.email, 'passkey was removed')
    }

    def "nobody removes another's, and nobody their last way in"() {
        given:
        def passkey = register()
        def other = visitor()
        other.logIn(other.register())

        expect:
        other.delete("/api/auth/passkeys/$passkey.id").status == 404
        other.delete('/api/auth/passkeys/nonsense').status == 404

        when:
        withoutPassword()

        then:
        guest.delete("/api/auth/passkeys/$passkey.id").body.code == 'last_way_in'

        when: "of two that go at once, one stays"
        def second = new SoftKey(PAGE)
        def another = guest.post('/api/auth/passkeys/register', second.make(guest.post('/api/auth/passkeys/register/options', [:]).body)).body

        then:
        Crowd.of(2) { removing(it, [passkey, another][it].id).status }.sort() == [204, 409]
        guest.get('/api/auth/passkeys').body.items.size() == 1
    }

    def "of the last passkey and the last who vouches for one, removed at once on two nodes, one stays: #round"() {
        given:
        def identity = Possessions.ALL.identity(guest)
        def passkey = register().id
        account = guest.get('/api/me').body
        withoutPassword()

        when:
        def answers = Crowd.of(2) { i -> guest.at(nodes[i]).delete(["/api/auth/passkeys/$passkey", "/api/me/identities/$identity"][(i + round) % 2]) }

        then:
        answers*.status.sort() == [204, 409]
        guest.get('/api/auth/passkeys').body.items.size() + guest.get('/api/me/identities').body.items.size() == 1

        where:
        round << (1..4)
    }

    def "everything that is wrong with an answer is told at once"() {
        expect:
        visitor().post('/api/auth/passkeys/login', [type: 'password', response: [clientDataJSON: '!']]).flaws.keySet() ==
                ['type', 'id', 'response.clientDataJSON', 'response.authenticatorData', 'response.signature'] as Set
        visitor().post('/api/auth/passkeys/login', [id: 'AAAA', type: 'public-key', response: 'text']).flaws['response'] == ['not_object']
        visitor().post('/api/auth/passkeys/login', [role: 'admin']).body.code == 'unknown_field'
        guest.post('/api/auth/passkeys/register', [name: 'a\nb']).flaws.name == ['passkey_name_invalid']
    }

    private Map register() {
        def options = guest.post('/api/auth/passkeys/register/options', [:]).body
        def added = guest.post('/api/auth/passkeys/register', device.make(options))
        assert added.status == 201: added
        added.body
    }

    private Answer comeIn(Map lies = [:]) {
        visitor().post('/api/auth/passkeys/login', device.use(visitor().post('/api/auth/passkeys/login/options', [:]).body, lies))
    }

    private Answer removing(int node, String passkey) {
        guest.at(nodes[node]).delete("/api/auth/passkeys/$passkey")
    }

    private void withoutPassword() {
        def database = Town.sharedDatabase()
        database.connect(database.owner()).withCloseable { connection ->
            connection.createStatement().executeUpdate(
                    "delete from credential where user_id = (select id from app_user where email = '$account.email')")
        }
    }
}
