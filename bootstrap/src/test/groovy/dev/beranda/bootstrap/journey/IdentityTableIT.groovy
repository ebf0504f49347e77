package dev.beranda.bootstrap.journey

import dev.beranda.bootstrap.House
import dev.beranda.bootstrap.settings.Settings
import dev.beranda.domain.fixture.SoftKey
import com.nimbusds.jose.crypto.ECDSAVerifier
import com.nimbusds.jose.jwk.JWKSet
import com.nimbusds.jwt.SignedJWT
import groovy.json.JsonOutput
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import static dev.beranda.bootstrap.journey.Browser.COOKIE_MODE
import static dev.beranda.bootstrap.journey.JourneySpecification.withinASecond

/**
 * The identity table of the interface, row by row, at the house a newcomer starts: its own database in a folder that was not
 * there before, every setting as it comes, and no letters but those in its mailbox. A feature is called as its row is, so each
 * path that its name tells must be in the description, and must have been answered well when it ends.
 */
class IdentityTableIT extends Specification {

    static final PASSWORD = 'three unrelated words'
    static final OTHER_PASSWORD = 'empat kata tanpa kaitan'
    static final JSON = ['Content-Type': 'application/json']

    @Shared
    @TempDir
    Path folder

    @Shared
    House house

    @Shared
    String site

    @Shared
    Description description

    @Shared
    DevelopmentMailbox mailbox

    def setupSpec() {
        Town.STRANGERS.begin()
        def port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        house = new House(Settings.read([
                BERANDA_DATA_DIR: folder.resolve('data') as String, BERANDA_HTTP_PORT: port as String,
                BERANDA_ADMIN_EMAIL: 'boss@example.com', BERANDA_ADMIN_PASSWORD: PASSWORD] + Town.STRANGERS.settings))
        house.open()
        site = "http://localhost:$port"
        description = new Description(new URL("$site/openapi.json").text)
        mailbox = new DevelopmentMailbox(visitor())
    }

    def cleanupSpec() {
        house?.close()
    }

    def setup() {
        description.seen.clear()
    }

    def cleanup() {
        def promised = doors(specificationContext.currentFeature.name)
        assert promised
        promised.each { method, path ->
            assert description.document.at("/paths/${path.replace('/', '~1')}/${method.toLowerCase()}").has('operationId')
            assert description.seen.any { it[0] == method && it[1] == path && it[2] < '400' }: "$method $path was not opened"
        }
    }

    def "POST /api/auth/register"() {
        when:
        def answer = visitor().post('/api/auth/register',
                [email: 'Ayu@example.com', password: PASSWORD, username: 'ayu', display_name: 'Ayu Lestari'])

        then:
        answer.status == 201
        answer.body.message == 'User registered successfully'
        answer.body.user.subMap('username', 'email', 'email_verified', 'display_name', 'role') ==
                [username: 'ayu', email: 'ayu@example.com', email_verified: false, display_name: 'Ayu Lestari', role: 'reader']
        UUID.fromString(answer.body.user.id).version() == 7
        answer.body.user.created_at.endsWith('Z')

        when: "once more"
        def taken = visitor().post('/api/auth/register', [email: 'ayu@example.com', password: PASSWORD, username: 'Ayu'])
        def weak = visitor().post('/api/auth/register', [email: 'budi@example.com', username: 'budi', password: 'budi'])

        then:
        taken.status == 409
        taken.flaws == [email: ['email_taken'], username: ['username_taken']]
        weak.status == 422
        weak.body.code == 'validation_failed'
        'password_too_short' in weak.flaws.password
    }

    def "POST /api/auth/login"() {
        given:
        def account = visitor().register()

        expect:
        [[username: account.username], [email: account.email], [identifier: account.email]].every { name ->
            def answer = visitor().post('/api/auth/login', name + [password: account.password, device_name: 'Phone'])
            answer.status == 200 && answer.body.keySet() == ['access', 'refresh', 'token_type', 'expires_in', 'user'] as Set
        }

        when:
        def wrong = visitor().post('/api/auth/login', [email: account.email, password: OTHER_PASSWORD], ['X-Request-Id': 'same'])
        def unknown = visitor().post('/api/auth/login', [email: 'nobody@example.com', password: OTHER_PASSWORD], ['X-Request-Id': 'same'])

        then:
        wrong.status == 401
        wrong.body.code == 'invalid_credentials'
        wrong.text == unknown.text
    }

    def "POST /api/auth/login/mfa"() {
        given:
        def (guest, account) = newcomer()
        def phone = new Phone(guest.post('/api/auth/mfa/totp', [:]).body.secret)
        def paper = guest.post('/api/auth/mfa/totp/confirm', [code: phone.code()]).body.recovery_codes
        def half = { -> visitor().post('/api/auth/login', [email: account.email, password: account.password]).body }

        when:
        def answer = half()

        then:
        answer.mfa_required == true
        answer.methods == ['totp', 'recovery_code']
        visitor().post('/api/auth/login/mfa', [mfa_token: answer.mfa_token, code: phone.code(1)]).body.user.email == account.email
        visitor().post('/api/auth/login/mfa', [mfa_token: half().mfa_token, code: paper[0]]).body.access
        visitor().post('/api/auth/login/mfa', [mfa_token: half().mfa_token, code: paper[0]]).body.code == 'mfa_code_not_valid'
    }

    def "POST /api/auth/logout"() {
        given:
        def (guest, account) = newcomer()
        def login = guest.logIn(account)

        expect:
        guest.post('/api/auth/logout', [refresh_token: login.refresh]).status == 204
        withinASecond { guest.get('/api/me').body.code == 'token_not_valid' }
        visitor().post('/api/auth/token/refresh', [refresh: login.refresh]).status == 401
    }

    def "POST /api/auth/token/verify"() {
        given:
        def (guest, _) = newcomer()

        expect:
        visitor().post('/api/auth/token/verify', [token: guest.access]).with { [status, body] } == [200, [:]]
        visitor().post('/api/auth/token/verify', [token: 'nonsense']).with { [status, body.code, body.detail] } ==
                [401, 'token_not_valid', 'Token is invalid or expired']
    }

    def "POST /api/auth/token/refresh"() {
        given:
        def (guest, account) = newcomer()
        def first = guest.logIn(account).refresh

        when:
        def second = visitor().post('/api/auth/token/refresh', [refresh: first])
        def otherTab = visitor().post('/api/auth/token/refresh', [refresh: first])

        then:
        second.body.keySet() == ['access', 'refresh', 'token_type', 'expires_in'] as Set
        second.body.refresh != first
        otherTab.body.refresh == second.body.refresh

        when: "the one before the last is shown"
        def third = visitor().post('/api/auth/token/refresh', [refresh: second.body.refresh]).body.refresh
        def stolen = visitor().post('/api/auth/token/refresh', [refresh: first])

        then:
        stolen.status == 401
        stolen.body.code == 'token_reused'
        visitor().post('/api/auth/token/refresh', [refresh: third]).status == 401
    }

    def "GET /.well-known/jwks.json"() {
        given:
        def token = SignedJWT.parse(administrator().access)

        when:
        def keys = JWKSet.parse(visitor().get('/.well-known/jwks.json').text)

        then:
        token.verify(new ECDSAVerifier(keys.getKeyByKeyId(token.header.keyID).toECKey()))
        keys.keys.every { !it.private }
        token.JWTClaimsSet.claims.keySet().containsAll(['iss', 'aud', 'sub', 'iat', 'exp', 'jti', 'sid', 'role'])
    }

    def "GET /api/auth/sessions, DELETE /api/auth/sessions/{id}, DELETE /api/auth/sessions"() {
        given:
        def (guest, account) = newcomer()
        def (laptop, tablet) = ['Laptop', 'Tablet'].collect { name ->
            def device = visitor()
            device.access = device.post('/api/auth/login', [email: account.email, password: account.password, device_name: name]).body.access
            device
        }

        when:
        def devices = guest.get('/api/auth/sessions').body.items

        then:
        devices*.name == ['Tablet', 'Laptop', null]
        devices*.current == [false, false, true]
        devices.every { it.keySet().containsAll(['id', 'ip', 'user_agent', 'created_at', 'last_used_at']) }

        and:
        guest.delete("/api/auth/sessions/${devices[1].id}").status == 204
        withinASecond { laptop.get('/api/me').status == 401 }
        guest.delete("/api/auth/sessions/${UUID.randomUUID()}").body.code == 'not_found'

        and:
        guest.delete('/api/auth/sessions').status == 204
        withinASecond { tablet.get('/api/me').status == 401 }
        guest.get('/api/auth/sessions').body.items*.current == [true]
    }

    def "POST /api/auth/email/verify, POST /api/auth/email/verify/resend"() {
        given:
        def (guest, account) = newcomer()
        def first = mailbox.awaitTo(account.email, 'confirm-email')

        expect:
        visitor().post('/api/auth/email/verify/resend', [email: account.email]).status == 202
        visitor().post('/api/auth/email/verify/resend', [email: 'nobody@example.com']).status == 202

        when:
        def second = mailbox.awaitTo(account.email, 'confirm-email', 2)

        then:
        visitor().post('/api/auth/email/verify', [token: first.token]).body.code == 'ticket_not_valid'
        visitor().post('/api/auth/email/verify', [token: second.token]).status == 200
        withinASecond { guest.get('/api/me').body.email_verified }
        visitor().post('/api/auth/email/verify', [token: second.token]).status == 400
    }

    def "POST /api/auth/password/forgot, POST /api/auth/password/reset, POST /api/auth/password/change"() {
        given:
        def (guest, account) = newcomer()
        def elsewhere = visitor()
        elsewhere.logIn(account)

        expect:
        guest.post('/api/auth/password/change', [current_password: 'not mine', password: PASSWORD]).flaws ==
                [current_password: ['wrong_password']]
        guest.post('/api/auth/password/change', [current_password: account.password, password: PASSWORD]).status == 204
        guest.get('/api/me').status == 200
        withinASecond { elsewhere.get('/api/me').status == 401 }

        and:
        visitor().post('/api/auth/password/forgot', [email: 'nobody@example.com']).status == 202
        visitor().post('/api/auth/password/forgot', [email: account.email]).status == 202

        when:
        def token = mailbox.awaitTo(account.email, 'reset-password').token

        then:
        visitor().post('/api/auth/password/reset', [token: token, password: OTHER_PASSWORD]).status == 204
        visitor().post('/api/auth/password/reset', [token: token, password: OTHER_PASSWORD]).body.code == 'ticket_not_valid'
        withinASecond { guest.get('/api/me').status == 401 }
        visitor().post('/api/auth/login', [email: account.email, password: OTHER_PASSWORD]).status == 200
    }

    def "POST /api/auth/magic-link, POST /api/auth/magic-link/login"() {
        given:
        def account = visitor().register()

        expect:
        visitor().post('/api/auth/magic-link', [email: 'nobody@example.com']).status == 202
        visitor().post('/api/auth/magic-link', [email: account.email]).status == 202

        when:
        def mail = mailbox.awaitTo(account.email, 'log-in')
        def answer = visitor().post('/api/auth/magic-link/login', [token: mail.token, device_name: 'Tablet'])

        then:
        answer.status == 200
        answer.body.user.email == account.email
        visitor().post('/api/auth/magic-link/login', [token: mail.token]).body.code == 'ticket_not_valid'
        visitor().post('/api/auth/magic-link/login', [email: account.email, code: mail.code]).status == 400
    }

    def "POST /api/auth/mfa/totp, POST /api/auth/mfa/totp/confirm, DELETE /api/auth/mfa/totp"() {
        given:
        def (guest, account) = newcomer()

        when:
        def begun = guest.post('/api/auth/mfa/totp', [:]).body
        def phone = new Phone(begun.secret)
        def code = phone.code()
        def confirmed = guest.post('/api/auth/mfa/totp/confirm', [code: code])

        then:
        begun.otpauth_uri.startsWith('otpauth://totp/')
        begun.qr_svg.startsWith('<svg')
        confirmed.body.recovery_codes.size() == 10

        when: "the code that was shown is shown again"
        def half = visitor().post('/api/auth/login', [email: account.email, password: account.password]).body.mfa_token
        def replayed = visitor().post('/api/auth/login/mfa', [mfa_token: half, code: code])

        then:
        replayed.status == 401
        send(guest, 'DELETE', '/api/auth/mfa/totp', [password: 'not mine']).flaws == [password: ['wrong_password']]
        send(guest, 'DELETE', '/api/auth/mfa/totp', [password: account.password]).status == 204
        visitor().logIn(account).access
    }

    def "POST /api/auth/passkeys/register/options, POST /api/auth/passkeys/register, POST /api/auth/passkeys/login/options, POST /api/auth/passkeys/login, GET /api/auth/passkeys, DELETE /api/auth/passkeys/{id}"() {
        given:
        def (guest, account) = newcomer()
        def device = new SoftKey(site)

        when:
        def made = device.make(guest.post('/api/auth/passkeys/register/options', [:]).body)
        def added = guest.post('/api/auth/passkeys/register', made + [name: 'Phone'])

        then:
        added.status == 201
        guest.get('/api/auth/passkeys').body.items*.name == ['Phone']

        when:
        def shown = device.use(visitor().post('/api/auth/passkeys/login/options', [:]).body)
        def came = visitor().post('/api/auth/passkeys/login', shown)

        then:
        came.body.user.email == account.email
        visitor().post('/api/auth/passkeys/login', shown).body.code == 'passkey_not_valid'

        and:
        guest.delete("/api/auth/passkeys/$added.body.id").status == 204
        guest.get('/api/auth/passkeys').body.items == []
    }

    def "GET /api/auth/oauth/providers, GET /api/auth/oauth/{provider}/start, GET /api/auth/oauth/{provider}/callback, POST /api/auth/oauth/exchange"() {
        given:
        def browser = new Traveller(visitor())
        def page = "$site/welcome"

        expect:
        browser.get('/api/auth/oauth/providers').body.items*.provider == Strangers.NAMES
        browser.get('/api/auth/oauth/sunrise/start?redirect_to=https://evil.test/').body.code == 'redirect_not_allowed'

        when:
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$page")
        Town.STRANGERS.expect('sunrise', 'citra-of-the-table', [email: 'citra@example.com', email_verified: true])
        def landing = browser.get(Traveller.pathOf(Town.STRANGERS.visit(start.header('location'))))
        def code = Traveller.query(landing.header('location')).code

        then:
        landing.header('location').startsWith("$page?code=")

        when:
        def login = browser.post('/api/auth/oauth/exchange', [code: code])

        then:
        login.body.user.email == 'citra@example.com'
        login.body.access
        browser.post('/api/auth/oauth/exchange', [code: code]).body.code == 'oauth_code_not_valid'
    }

    def "Cookie mode: POST /api/auth/login, POST /api/auth/token/refresh, POST /api/auth/logout with X-Token-Transport: cookie"() {
        given:
        def account = visitor().register()
        def browser = new Browser(visitor(), Browser.pageOf(site))

        when:
        def login = browser.logIn(account)

        then: "without HTTPS, as a browser would refuse them otherwise: Secure and __Host- are for the real site"
        login.body.keySet() == ['csrf_token', 'expires_in', 'user'] as Set
        login.headers('set-cookie').every { it ==~ /beranda_(access|refresh)=[^;]+; Max-Age=\d+; HttpOnly; SameSite=Lax; Path=\// }
        browser.get('/api/me').body.email == account.email
        browser.refresh().status == 200

        when:
        def forged = browser.post('/api/auth/logout', [:], COOKIE_MODE + ['X-CSRF-Token': 'guessed'])

        then:
        forged.status == 403
        forged.body.code == 'csrf_failed'
        browser.logOut().status == 204
        browser.get('/api/me').status == 401
    }

    def "GET/PATCH /api/me; PUT/DELETE /api/me/avatar; POST /api/me/email; GET/PATCH /api/me/settings; GET /api/me/export; DELETE /api/me"() {
        given:
        def (guest, account) = newcomer()
        def wanted = "new-$account.email".toString()
        def picture = AvatarIT.picture(300, 200, 'png')

        when:
        def before = guest.get('/api/me')
        def told = [display_name: 'Ayu', bio: 'Writes.', website: 'https://ayu.example', location: 'Bandung', locale: 'id']
        def edited = guest.patch('/api/me', told, ['If-Match': before.header('etag')])

        then:
        edited.body.subMap(told.keySet()) == told
        guest.patch('/api/me', [bio: 'Late.'], ['If-Match': before.header('etag')]).body.code == 'stale'

        and:
        guest.send('PUT', '/api/me/avatar', picture, ['Content-Type': 'image/png']).body.avatar_url
        guest.delete('/api/me/avatar').status == 204
        guest.send('PUT', '/api/me/avatar', 'no picture'.bytes, ['Content-Type': 'image/png']).status in [415, 422]

        and:
        guest.patch('/api/me/settings', [time_zone: 'Asia/Jakarta']).body.time_zone == 'Asia/Jakarta'
        guest.get('/api/me/settings').body.subMap('locale', 'time_zone') == [locale: 'id', time_zone: 'Asia/Jakarta']

        when: "the address moves, is announced to the old one, and is taken back from there"
        def wrong = guest.post('/api/me/email', [email: wanted, password: 'not mine'])
        def asked = guest.post('/api/me/email', [email: wanted, password: account.password])
        def moved = visitor().post('/api/auth/email/change', [token: mailbox.awaitTo(wanted, 'change-email').token])

        then:
        wrong.flaws == [password: ['wrong_password']]
        asked.status == 202
        moved.status == 200
        visitor().post('/api/auth/email/undo', [token: mailbox.awaitTo(account.email, 'undo-email-change').token]).status == 200

        when: "with a new password, for somebody else may know the old one"
        account.password = 'four words nobody knows'
        visitor().post('/api/auth/password/reset', [token: mailbox.awaitTo(account.email, 'reset-password').token, password: account.password])
        guest.logIn(account)
        def export = guest.get('/api/me/export', [Accept: 'application/json'])

        then:
        export.body.user.account*.email == [account.email]
        guest.download('/api/me/export')[0]['content-type'] == ['application/zip']

        when: "and they leave, and think better of it"
        def refused = send(guest, 'DELETE', '/api/me', [password: 'not mine'])
        def left = send(guest, 'DELETE', '/api/me', [password: account.password])

        then:
        refused.flaws == [password: ['wrong_password']]
        left.status == 202
        withinASecond { guest.get('/api/me').status == 401 }
        visitor().post('/api/auth/account/keep', [token: mailbox.awaitTo(account.email, 'keep-account').token]).status == 200
        visitor().logIn(account).access
    }

    def "GET /api/users/{username}; POST/DELETE /api/users/{username}/follow"() {
        given:
        def (guest, account) = newcomer()
        def path = "/api/users/$account.username".toString()
        def reader = administrator()

        expect:
        visitor().get(path).body.username == account.username
        !visitor().get(path).text.contains(account.email)
        visitor().get('/api/users/nobody-here').body.code == 'not_found'

        and:
        visitor().post("$path/follow", [:]).status == 401
        reader.post("$path/follow", [:]).status == 204
        reader.get('/api/me/following').body.items*.username == [account.username]
        reader.delete("$path/follow").status == 204
        guest.post("$path/follow", [:]).body.code == 'cannot_follow_oneself'
    }

    def "GET /api/admin/users, GET/PATCH /api/admin/users/{id}, POST /api/admin/users/{id}/password-reset, DELETE /api/admin/users/{id}/sessions, POST /api/admin/users/import"() {
        given:
        def admin = administrator()
        def (guest, account) = newcomer()

        when:
        def found = admin.get("/api/admin/users?q=$account.username&role=reader&disabled=false&sort=-username").body.items
        def path = "/api/admin/users/${found[0].id}".toString()

        then:
        found*.email == [account.email]
        guest.get('/api/admin/users').with { [status, body.code] } == [403, 'forbidden']
        admin.get(path).body.role == 'reader'
        admin.patch(path, [role: 'author']).body.role == 'author'
        admin.patch(path, [role: 'root']).flaws == [role: ['role_unknown']]

        when: "shut out, and let in again"
        admin.patch(path, [disabled: true])
        def shut = visitor().post('/api/auth/login', [email: account.email, password: account.password])
        admin.patch(path, [disabled: false])
        guest.logIn(account)

        then:
        shut.with { [status, body.code] } == [403, 'account_disabled']
        admin.delete("$path/sessions").status == 204
        withinASecond { guest.get('/api/me').status == 401 }

        and:
        admin.send('POST', "$path/password-reset", null, [:]).status == 202
        visitor().post('/api/auth/password/reset',
                [token: mailbox.awaitTo(account.email, 'reset-password').token, password: OTHER_PASSWORD]).status == 204

        when: "those who were elsewhere come along with their passwords"
        def people = ImportIT.HASHES.values().toList().withIndex().collect { hash, i -> [email: "moved$i@example.com".toString(), password_hash: hash] }
        def rehearsed = admin.post('/api/admin/users/import', [users: people, dry_run: true]).body
        def brought = admin.post('/api/admin/users/import', [users: people]).body

        then:
        rehearsed.created == people.size()
        brought.created == people.size()
        people.every { visitor().post('/api/auth/login', [email: it.email, password: ImportIT.PHRASE]).status == 200 }
    }

    def "GET /api/admin/audit"() {
        given:
        def admin = administrator()
        def id = admin.get('/api/me').body.id
        def (guest, account) = newcomer()
        def person = admin.get("/api/admin/users?q=$account.username").body.items[0].id

        when:
        admin.patch("/api/admin/users/$person", [role: 'editor'])
        def entry = admin.get("/api/admin/audit?subject=$person").body.items[0]

        then:
        entry.subMap('action', 'actor', 'before', 'after', 'address') ==
                [action: 'user.role_assigned', actor: id, before: [role: 'reader'], after: [role: 'editor'], address: '127.0.0.1']
        guest.logIn(account)
        guest.get('/api/admin/audit').with { [status, body.code] } == [403, 'forbidden']
    }

    /** The methods and paths a row names. */
    private static List<List<String>> doors(String row) {
        def methods = []
        row.split(' ').toList().collectMany { word ->
            if (word ==~ /[A-Z]+(\/[A-Z]+)*/) {
                methods = word.split('/').toList()
            }
            word.startsWith('/') ? methods.collect { [it, word.replaceAll(/[,;]$/, '')] } : []
        }
    }

    private Visitor visitor() {
        new Visitor(URI.create(site), description)
    }

    private List newcomer() {
        def guest = visitor()
        def account = guest.register()
        guest.logIn(account)
        [guest, account]
    }

    private Visitor administrator() {
        def admin = visitor()
        admin.access = admin.post('/api/auth/login', [email: 'boss@example.com', password: PASSWORD]).body.access
        admin
    }

    private static Answer send(Visitor guest, String method, String path, Map<String, ?> json) {
        guest.send(method, path, JsonOutput.toJson(json).bytes, JSON)
    }
}
