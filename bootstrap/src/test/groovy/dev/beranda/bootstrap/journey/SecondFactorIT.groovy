package dev.beranda.bootstrap.journey

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import javax.xml.parsers.DocumentBuilderFactory
import org.slf4j.LoggerFactory

/** POST /api/auth/mfa/totp and what follows from it. */
class SecondFactorIT extends JourneySpecification {

    def guest = visitor()
    def account = guest.register()
    Phone phone
    List<String> paper

    def "an app is told the secret by hand, by link or by camera"() {
        given:
        guest.logIn(account)

        when:
        def begun = guest.post('/api/auth/mfa/totp', [:])

        then:
        begun.status == 200
        begun.body.secret ==~ /[A-Z2-7]{32}/
        begun.body.otpauth_uri == "otpauth://totp/beranda.test:${account.email.replace('@', '%40')}?secret=${begun.body.secret}" \
            + '&issuer=beranda.test&algorithm=SHA1&digits=6&period=30'
        begun.body.qr_svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')
        def picture = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(begun.body.qr_svg.bytes))
        picture.getElementsByTagName('path').length == 2
        read(picture) == begun.body.otpauth_uri
        begun.header('Cache-Control') == 'no-store'

        and: "nothing has changed yet"
        visitor().logIn(account).access
    }

    def "with the app turned on, a password alone lets nobody in, on either node: #node"() {
        given:
        turnOn()

        when:
        def half = visitor(node).post('/api/auth/login', [email: account.email, password: account.password])

        then:
        half.status == 200
        half.body.mfa_required == true
        half.body.methods == ['totp', 'recovery_code']
        half.body.keySet() == ['mfa_required', 'mfa_token', 'methods', 'expires_in'] as Set

        when:
        def whole = visitor(1 - node).post('/api/auth/login/mfa', [mfa_token: half.body.mfa_token, code: phone.code(1)])

        then:
        whole.status == 200
        whole.body.user.username == account.username
        visitor().at(nodes[0]).with { access = whole.body.access; get('/api/me') }.status == 200

        where:
        node << [0, 1]
    }

    def "turning it on logs every other device out"() {
        given:
        def elsewhere = visitor(1)
        def there = elsewhere.logIn(account)

        when:
        turnOn()

        then:
        visitor().post('/api/auth/token/refresh', [refresh: there.refresh]).status == 401
        guest.get('/api/me').status == 200
        withinASecond { elsewhere.get('/api/me').status == 401 }
    }

    def "the same code twice, at once, on two nodes: one comes in"() {
        given:
        turnOn()
        def tokens = (1..20).collect { half() }
        def code = phone.code(1)

        expect:
        Crowd.of(20) { visitor(it % 2).post('/api/auth/login/mfa', [mfa_token: tokens[it], code: code]).status }.countBy { it } ==
                [200: 1, 401: 19]
    }

    def "the same recovery code fifty times, at once, on two nodes: one comes in"() {
        given:
        turnOn()
        def tokens = (1..50).collect { half() }

        expect:
        Crowd.of(50) { visitor(it % 2).post('/api/auth/login/mfa', [mfa_token: tokens[it], code: paper[0]]).status }.countBy { it } ==
                [200: 1, 401: 49]
    }

    def "of twenty who turn it on at once, on two nodes, one does, and is shown the recovery codes that hold"() {
        given:
        guest.logIn(account)
        phone = new Phone(guest.post('/api/auth/mfa/totp', [:]).body.secret)
        def code = phone.code()

        when:
        def answers = Crowd.of(20) { guest.at(nodes[it % 2]).post('/api/auth/mfa/totp/confirm', [code: code]) }

        then: "the others are told that it is on, or to come again"
        answers.count { it.status == 200 } == 1
        answers.findAll { it.status != 200 }.every { it.body.code == 'mfa_already_on' || it.status == 503 }
        guest.get('/api/auth/mfa').body.recovery_codes_left == 10
        comesIn(answers.find { it.status == 200 }.body.recovery_codes[9])
    }

    def "one code shown twenty times at once, on two nodes, is good once #what"() {
        given:
        turnOn()
        aQuarterOfAnHourPasses()
        def shown = [password: account.password, code: byPhone ? phone.code(1) : paper[0]]

        when:
        def answers = Crowd.of(20) { guest.at(nodes[it % 2]).send(method, path, JsonOutput.toJson(shown).bytes, ['Content-Type': 'application/json']) }
        def done = answers.findAll { it.status < 300 }

        then: "the others are told that it is not, that they are out already, or to come again"
        done*.status == [status]
        (answers - done).every { it.status == 422 && it.flaws == [code: ['mfa_code_wrong']] || it.status in [401, 503] }
        Town.ask("select count(*)::int from outbox where type = '$event' and payload ->> 'user' = (select id::text from app_user where email = '$account.email')") == 1
        holds(this, done.first())

        where:
        what                      | method   | path                           | byPhone || status | event                           | holds
        'to turn it off'          | 'DELETE' | '/api/auth/mfa/totp'           | false   || 204    | 'factor.turned_off'             | { it, _ -> it.visitor().logIn(it.account).access }
        'to get new codes'        | 'POST'   | '/api/auth/mfa/recovery-codes' | true    || 200    | 'factor.recovery_codes_renewed' | { it, answer -> it.comesIn(answer.body.recovery_codes[9]) }
        'to get new codes by one' | 'POST'   | '/api/auth/mfa/recovery-codes' | false   || 200    | 'factor.recovery_codes_renewed' | { it, answer -> it.comesIn(answer.body.recovery_codes[9]) }
        'to leave'                | 'DELETE' | '/api/me'                      | true    || 202    | 'user.leaving'                  | { it, _ -> it.guest.get('/api/me').status == 401 }
    }

    def "one challenge with two codes at once lets one in"() {
        given:
        turnOn()
        def token = half()
        def codes = [paper[0], paper[1], phone.code(1)]

        expect:
        Crowd.of(3) { visitor(it % 2).post('/api/auth/login/mfa', [mfa_token: token, code: codes[it]]).status }.countBy { it } ==
                [200: 1, 401: 2]
    }

    def "a wrong code is told, and after five the password has to be shown anew"() {
        given:
        turnOn()
        def token = half()

        expect:
        (1..5).every {
            def wrong = visitor(it % 2).post('/api/auth/login/mfa', [mfa_token: token, code: phone.wrongCode()])
            wrong.status == 401 && wrong.body.code == 'mfa_code_not_valid'
        }

        when:
        def tooMany = visitor().post('/api/auth/login/mfa', [mfa_token: token, code: phone.code(1)])

        then:
        tooMany.status == 429
        tooMany.body.code == 'rate_limited'
        tooMany.header('Retry-After') as int > 0
        visitor().post('/api/auth/login/mfa', [mfa_token: half(), code: phone.code(1)]).status == 200
    }

    def "nothing else opens the second door, and its token opens no other: #what"() {
        given:
        def (here, there) = [turnOn(), half()]

        expect:
        visitor().post('/api/auth/login/mfa', [mfa_token: here[what] ?: 'nonsense', code: phone.code(1)]).body.code == 'mfa_token_not_valid'
        visitor().post('/api/auth/token/refresh', [refresh: there]).status == 401
        visitor().post('/api/auth/token/verify', [token: there]).status == 401
        visitor().get('/api/me', [Authorization: "Bearer $there"]).status == 401
        visitor().post('/api/auth/magic-link/login', [token: there]).status == 400
        visitor().post('/api/auth/password/reset', [token: there, password: 'empat kata tanpa kaitan']).status == 400
        visitor().post('/api/auth/email/verify', [token: there]).status == 400

        where:
        what << ['access', 'refresh', 'neither']
    }

    def "a letter lets nobody in alone, and resetting the password turns nothing off"() {
        given:
        visitor().post('/api/auth/email/verify', [token: Town.POSTMAN.awaitTo(account.email, 'confirm-email').token])
        turnOn()
        visitor().post('/api/auth/magic-link', [email: account.email])
        def letter = Town.POSTMAN.awaitTo(account.email, 'log-in')

        when:
        def half = visitor(1).post('/api/auth/magic-link/login', [token: letter.token])

        then:
        half.status == 200
        half.body.mfa_required
        !half.body.access
        visitor().post('/api/auth/magic-link/login', [token: letter.token]).status == 400

        when:
        visitor().post('/api/auth/password/forgot', [email: account.email])
        def reset = Town.POSTMAN.awaitTo(account.email, 'reset-password')
        visitor().post('/api/auth/password/reset', [token: reset.token, password: 'empat kata tanpa kaitan'])

        then: "who was on the way in is turned away"
        visitor().post('/api/auth/login/mfa', [mfa_token: half.body.mfa_token, code: phone.code(1)]).body.code == 'mfa_token_not_valid'
        visitor().post('/api/auth/login', [email: account.email, password: 'empat kata tanpa kaitan']).body.mfa_required
    }

    def "what is no code is told as such, and is no guess"() {
        given:
        turnOn()
        def token = half()

        expect:
        (1..10).every { visitor().post('/api/auth/login/mfa', [mfa_token: token, code: 'eleven']).flaws == [code: ['mfa_code_invalid']] }
        visitor().post('/api/auth/login/mfa', [mfa_token: token, code: phone.code(1)]).status == 200
        visitor().post('/api/auth/login/mfa', [mfa_token: ['$gt': 0], code: 123456]).flaws == [mfa_token: ['not_text'], code: ['not_text']]
    }

    def "what is on cannot be begun anew, what was not begun cannot be confirmed"() {
        given:
        guest.logIn(account)

        expect:
        guest.post('/api/auth/mfa/totp/confirm', [code: '123456']).body.code == 'mfa_not_begun'

        when:
        turnOn()

        then:
        guest.post('/api/auth/mfa/totp', [:]).body.code == 'mfa_already_on'
        guest.post('/api/auth/mfa/totp/confirm', [code: phone.code(1)]).body.code == 'mfa_already_on'
    }

    def "how it stands can be seen"() {
        given:
        guest.logIn(account)

        expect:
        guest.get('/api/auth/mfa').body == [enabled: false, enabled_at: null, recovery_codes_left: 0]

        when:
        turnOn()
        visitor().post('/api/auth/login/mfa', [mfa_token: half(), code: paper[0]])

        then:
        def shown = guest.get('/api/auth/mfa').body
        shown.enabled
        shown.enabled_at.endsWith('Z')
        shown.recovery_codes_left == 9
    }

    def "it is turned off by who shows both factors, logs every other device out, and each is told by letter"() {
        given:
        turnOn()
        def elsewhere = visitor(1).post('/api/auth/login/mfa', [mfa_token: half(), code: paper[0]]).body

        expect:
        off([code: paper[1]]).flaws == [password: ['wrong_password']]
        off([password: 'quite wrong', code: paper[1]]).flaws == [password: ['wrong_password']]
        off([password: account.password, code: phone.wrongCode()]).flaws == [code: ['mfa_code_wrong']]
        off([password: account.password, code: paper[1]]).status == 204
        visitor().post('/api/auth/token/refresh', [refresh: elsewhere.refresh]).status == 401
        guest.get('/api/me').status == 200
        visitor().logIn(account).access

        and:
        ['is on', 'recovery code was used', 'is off'].every { Town.POSTMAN.awaitSubject(account.email, it) }
    }

    def "who came in a moment ago has shown the second factor, and turns it off by the password; later it takes both"() {
        given:
        turnOn()
        aQuarterOfAnHourPasses()

        expect:
        off([password: account.password]).flaws == [code: ['required']]

        when:
        guest.access = visitor().post('/api/auth/login/mfa', [mfa_token: half(), code: paper[0]]).body.access

        then:
        off([password: account.password]).status == 204
        visitor().logIn(account).access
    }

    def "to leave for good takes both factors as well, but for who came in a moment ago"() {
        given:
        turnOn()
        aQuarterOfAnHourPasses()

        expect:
        leave([password: account.password]).flaws == [code: ['required']]
        leave([password: account.password, code: phone.wrongCode()]).flaws == [code: ['mfa_code_wrong']]
        leave([password: account.password, code: 'nonsense']).flaws == [code: ['mfa_code_invalid']]
        leave([password: 'not the password', code: phone.code(1)]).flaws == [password: ['wrong_password']]
        leave([code: phone.code(1)]).flaws == [password: ['required']]
        guest.at(nodes[1]).get('/api/me').status == 200

        when:
        if (fresh) {
            guest.access = visitor().post('/api/auth/login/mfa', [mfa_token: half(), code: paper[0]]).body.access
        }

        then:
        leave([password: account.password] + (fresh ? [:] : [code: paper[1]])).status == 202

        where:
        fresh << [false, true]
    }

    def "new recovery codes are to be had for both factors, and the old ones are void"() {
        given:
        turnOn()

        when:
        def renewed = guest.post('/api/auth/mfa/recovery-codes', [password: account.password, code: phone.code(1)])

        then:
        renewed.status == 200
        renewed.body.recovery_codes.toSet().size() == 10
        visitor().post('/api/auth/login/mfa', [mfa_token: half(), code: paper[0]]).status == 401
        visitor().post('/api/auth/login/mfa', [mfa_token: half(), code: renewed.body.recovery_codes[0]]).status == 200
        guest.post('/api/auth/mfa/recovery-codes', [password: account.password, code: 'nonsense']).flaws == [code: ['mfa_code_invalid']]
    }

    def "guesses are bounded over both nodes and all challenges, where limits are on"() {
        given:
        def database = TestDatabase.fresh()
        def limited = [1, 2].collect { Town.open(database, [BERANDA_RATE_LIMITS: 'on']) }
        def strangers = limited.collect { new Visitor(it.uri, description(nodes[0])) }
        guest = strangers[0]
        account = guest.register()
        turnOn()
        def halfway = { strangers[it % 2].post('/api/auth/login', [email: account.email, password: account.password]).body.mfa_token }

        when:
        def guesses = (1..12).collect {
            strangers[it % 2].post('/api/auth/login/mfa', [mfa_token: halfway(it), code: phone.wrongCode()]).status
        }

        then:
        guesses == [401] * 10 + [429] * 2
        def refused = strangers[1].post('/api/auth/login/mfa', [mfa_token: halfway(0), code: phone.code(1)])
        refused.status == 429
        refused.header('Retry-After') as int > 0

        cleanup:
        limited.each { Town.close(it) }
    }

    def "secret and codes are shown once, and stand in no other answer and in no line of the log"() {
        given:
        def lines = new ListAppender<ILoggingEvent>()
        def (log, ours) = ['ROOT', 'dev.beranda'].collect { LoggerFactory.getLogger(it) as Logger }
        def level = ours.level
        lines.start()
        log.addAppender(lines)
        ours.level = Level.TRACE
        turnOn()
        def admin = visitor()
        Possessions.settled(admin, 'admin')
        def both = { String code -> [password: account.password, code: code] }

        when:
        def shown = [phone.wrongCode(), phone.code(1), paper[0], paper[1], paper[2]]
        def answers = shown.take(3).collect { visitor(1).post('/api/auth/login/mfa', [mfa_token: half(), code: it]) }
        guest.access = answers[1].body.access
        def renewed = guest.post('/api/auth/mfa/recovery-codes', both(shown[3]))
        answers += [
                visitor().post('/api/auth/login', [email: account.email, password: account.password]),
                guest.post('/api/auth/mfa/totp', [:]),
                guest.post('/api/auth/mfa/totp/confirm', [code: shown[1]]),
                guest.post('/api/auth/mfa/recovery-codes', both(shown[3])),
                *['/api/auth/mfa', '/api/me', '/api/me/export', '/api/me/security-log', '/api/auth/sessions'].collect { guest.get(it, [Accept: 'application/json']) },
                *['/api/admin/users?limit=100', "/api/admin/users/${answers[1].body.user.id}", '/api/admin/audit?limit=100'].collect { admin.get(it as String) },
                off(both(shown[4])), off(both(renewed.body.recovery_codes[0])),
        ]
        log.detachAppender(lines)
        def secrets = [secret, *paper, *renewed.body.recovery_codes, *shown].collectMany { [it, it.replace('-', '')] }.unique()
        def written = lines.list.collect { [it.formattedMessage, it.keyValuePairs, it.MDCPropertyMap, it.throwableProxy?.message] as String }

        then: "all of this happened"
        answers*.status == [401, 200, 200, 200, 409, 409, 422, 200, 200, 200, 200, 200, 200, 200, 200, 422, 204]
        written.any { it.contains('A second factor was refused') }

        and:
        (answers*.text + written).every { text -> secrets.every { !(text =~ /(?<![\w.])${it}(?![\w.])/) } }

        cleanup:
        log.detachAppender(lines)
        ours.level = level
    }

    def "nothing that opens a door is at rest in clear, in any table"() {
        given:
        def login = turnOn()
        def mfa = half()
        visitor().post('/api/auth/magic-link', [email: account.email])
        def letter = Town.POSTMAN.awaitTo(account.email, 'log-in')

        expect: "what is looked for would be found"
        Town.tablesHolding([account.email]).containsAll(['app_user', 'ticket', 'outbox'])
        Town.ask("select count(*) from login_challenge where user_id = '$login.user.id'") == 1

        and:
        Town.tablesHolding([secret, mfa, letter.token, login.refresh, login.access, account.password] + paper + paper*.replace('-', '')) == []
        Town.tablesHolding([letter.code]) == []
    }

    private String secret

    /// As a camera would: from what is black and what is white.
    private static String read(picture) {
        def side = picture.documentElement.getAttribute('viewBox').split(' ')[3] as int
        def paths = picture.getElementsByTagName('path')
        def width = side * 4
        def pixels = new int[width * width]
        Arrays.fill(pixels, 0xffffff)
        (paths.item(1).getAttribute('d') =~ /M(\d+) (\d+)h1v1h-1z/).each { _, x, y ->
            (0..<16).each { pixels[((y as int) * 4 + it.intdiv(4)) * width + (x as int) * 4 + it % 4] = 0 }
        }
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)))).text
    }

    /** Answers the login that stays. The code of this half minute is used up by it; the next is shown by code(1). */
    private Map turnOn() {
        def here = guest.logIn(account)
        secret = guest.post('/api/auth/mfa/totp', [:]).body.secret
        phone = new Phone(secret)
        def confirmed = guest.post('/api/auth/mfa/totp/confirm', [code: phone.code()])
        assert confirmed.status == 200: confirmed
        paper = confirmed.body.recovery_codes
        assert paper.toSet().size() == 10
        here
    }

    boolean comesIn(String code) {
        visitor().post('/api/auth/login/mfa', [mfa_token: half(), code: code]).status == 200
    }

    private void aQuarterOfAnHourPasses() {
        def database = Town.sharedDatabase()
        database.connect(database.superuser()).withCloseable {
            it.createStatement().execute(
                    "update session set opened_at = opened_at - interval '16 minutes' where user_id = (select id from app_user where email = '$account.email')")
        }
    }

    private Answer off(Map shown) {
        guest.send('DELETE', '/api/auth/mfa/totp', JsonOutput.toJson(shown).bytes, ['Content-Type': 'application/json'])
    }

    private Answer leave(Map shown) {
        guest.at(nodes[1]).send('DELETE', '/api/me', JsonOutput.toJson(shown).bytes, ['Content-Type': 'application/json'])
    }

    private String half() {
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).body.mfa_token
    }
}
