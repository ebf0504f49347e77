package dev.beranda.bootstrap.journey

import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput

/** Everything one can do who reads their mail: through a real SMTP server. */
class ByLetterIT extends JourneySpecification {

    def postman = Town.POSTMAN
    def guest = visitor()
    def account = guest.register()

    def "whoever registers is sent a letter, and confirms the address by the link or by the digits, once"() {
        given:
        def mail = postman.awaitTo(account.email, 'confirm-email')
        guest.logIn(account)

        expect:
        !guest.get('/api/me').body.email_verified

        when:
        def answer = guest.at(nodes[1]).post('/api/auth/email/verify', proof(kind, mail))

        then:
        answer.status == 200
        answer.body == [:]
        withinASecond { guest.get('/api/me').body.email_verified }

        when:
        def again = guest.post('/api/auth/email/verify', proof(kind, mail))

        then:
        again.status == 400
        again.body.code == 'ticket_not_valid'
        postman.to(account.email).size() == 1

        where:
        kind << ['link', 'digits']
    }

    def "a letter is written in the language that was asked in: #language"() {
        when:
        visitor().post('/api/auth/password/forgot', [email: account.email], ['Accept-Language': language])

        then:
        postman.awaitTo(account.email, 'reset-password').subject =~ subject

        where:
        language || subject
        'en'     || /(?i)password/
        'id'     || /(?i)kata sandi/
    }

    def "asking is answered to the letter alike for known and unknown addresses: #path"() {
        when:
        def answers = [account.email, 'nobody@nowhere.test'].collect { visitor().post(path, [email: it]) }

        then:
        answers*.status == [202, 202]
        answers*.text == ['', '']
        answers.collect { it.allHeaders().findAll { name, _ -> !(name in ['date', 'x-request-id']) } }.toSet().size() == 1

        where:
        path << ['/api/auth/password/forgot', '/api/auth/magic-link', '/api/auth/email/verify/resend']
    }

    def "who forgot the password chooses a new one, by the link or by the digits; every session is out on every node: #kind"() {
        given:
        def devices = nodes.indices.collect { node -> loggedIn(node) }
        visitor().post('/api/auth/password/forgot', [email: account.email])
        def mail = postman.awaitTo(account.email, 'reset-password')

        when: "a password that will not do uses nothing up"
        def weak = visitor().post('/api/auth/password/reset', proof(kind, mail) + [password: 'password'])

        then:
        weak.status == 422
        'password_too_common' in weak.flaws.password

        when:
        def reset = visitor(1).post('/api/auth/password/reset', proof(kind, mail) + [password: 'empat kata tanpa kaitan'])

        then:
        reset.status == 204
        devices.every { device ->
            withinASecond { device.get('/api/me').status == 401 }
            true
        }
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).status == 401
        visitor().post('/api/auth/login', [email: account.email, password: 'empat kata tanpa kaitan']).body.user.email_verified

        and: "and is told of it"
        postman.awaitSubject(account.email, /(?i)password.*changed|changed.*password/)

        where:
        kind << ['link', 'digits']
    }

    def "of fifty who use one letter at once, on two nodes, one is let through: #round"() {
        given:
        visitor().post('/api/auth/magic-link', [email: account.email])
        def mail = postman.awaitTo(account.email, 'log-in')

        when:
        def answers = Crowd.of(50) { i -> visitor(i % 2).post('/api/auth/magic-link/login', [token: mail.token]) }

        then:
        answers.count { it.status == 200 } == 1
        answers.count { it.status == 400 && it.body.code == 'ticket_not_valid' } == 49

        where:
        round << (1..5)
    }

    def "a letter lets one in without a password, also by its digits"() {
        given:
        visitor().post('/api/auth/magic-link', [email: account.email])
        def mail = postman.awaitTo(account.email, 'log-in')

        when:
        def answer = visitor(1).post('/api/auth/magic-link/login', [email: account.email, code: mail.code, device_name: 'Tablet'])

        then:
        answer.status == 200
        answer.body.user.email == account.email
        answer.body.user.email_verified

        when:
        guest.access = answer.body.access

        then:
        guest.get('/api/auth/sessions').body.items*.name == ['Tablet']
        guest.post('/api/auth/token/refresh', [refresh: answer.body.refresh]).status == 200
    }

    def "digits cannot be guessed: after a few the right ones are worthless"() {
        given:
        visitor().post('/api/auth/magic-link', [email: account.email])
        def mail = postman.awaitTo(account.email, 'log-in')
        def right = mail.code.replace(' ', '') as int

        when:
        def answers = Crowd.of(50) { i ->
            def wrong = String.format('%06d', (right + 1 + i) % 1_000_000)
            visitor(i % 2).post('/api/auth/magic-link/login', [email: account.email, code: wrong])
        }

        then:
        answers.every { it.status == 400 }
        visitor().post('/api/auth/magic-link/login', [email: account.email, code: mail.code]).status == 400
    }

    def "a newer letter voids the older one, and one for one thing is no good for another"() {
        given:
        visitor().post('/api/auth/password/forgot', [email: account.email])
        def older = postman.awaitTo(account.email, 'reset-password')
        visitor().post('/api/auth/password/forgot', [email: account.email])
        def newer = postman.awaitTo(account.email, 'reset-password', 2)

        expect:
        older.token != newer.token
        older.id != newer.id
        visitor().post('/api/auth/password/reset', [token: older.token, password: 'empat kata tanpa kaitan']).status == 400
        visitor().post('/api/auth/magic-link/login', [token: newer.token]).status == 400
        visitor().post('/api/auth/email/verify', [token: newer.token]).status == 400
        visitor().post('/api/auth/password/reset', [token: newer.token, password: 'empat kata tanpa kaitan']).status == 204
    }

    def "a letter of confirmation is sent again to who asks for it, and the one before is void"() {
        given:
        def first = postman.awaitTo(account.email, 'confirm-email')

        when:
        def asked = visitor(1).post('/api/auth/email/verify/resend', [email: account.email])
        def second = postman.awaitTo(account.email, 'confirm-email', 2)

        then:
        asked.status == 202
        visitor().post('/api/auth/email/verify', [token: first.token]).body.code == 'ticket_not_valid'
        visitor().post('/api/auth/email/verify', [token: second.token]).status == 200

        and: "who has confirmed is sent none"
        visitor().post('/api/auth/email/verify/resend', [email: account.email]).status == 202
        visitor().post('/api/auth/password/forgot', [email: account.email])
        postman.awaitTo(account.email, 'reset-password')
        postman.to(account.email).count { it.page == 'confirm-email' } == 2
    }

    def "where addresses must be confirmed, nobody is let in before, and only the right password is told why: #how"() {
        given:
        def database = TestDatabase.fresh()
        def mail = new Postman()
        def node = Town.open(database, mail.settings + [
                BERANDA_EMAIL_VERIFICATION: 'required', BERANDA_ADMIN_EMAIL: 'boss@example.com', BERANDA_ADMIN_PASSWORD: 'three unrelated words'])
        def somebody = new Visitor(node.uri, description(nodes[0]))
        def ayu = somebody.register()
        def comeIn = { String password -> somebody.post('/api/auth/login', [email: ayu.email, password: password]) }

        expect:
        comeIn(ayu.password).with { [status, body.code] } == [403, 'email_unverified']
        comeIn('not the password').with { [status, body.code] } == [401, 'invalid_credentials']

        and: "for whom the house vouches is let in"
        somebody.post('/api/auth/login', [email: 'boss@example.com', password: 'three unrelated words']).status == 200

        when:
        if (how == 'confirming') {
            somebody.post('/api/auth/email/verify', [token: mail.awaitTo(ayu.email, 'confirm-email').token])
        } else {
            somebody.post('/api/auth/password/forgot', [email: ayu.email])
            somebody.post('/api/auth/password/reset', [token: mail.awaitTo(ayu.email, 'reset-password').token, password: ayu.password])
        }

        then:
        comeIn(ayu.password).status == 200

        cleanup:
        Town.close(node)
        mail.close()
        database.close()

        where:
        how << ['confirming', 'a new password']
    }

    def "what is no ticket opens nothing: #what"() {
        expect:
        with(visitor().post(path, body)) {
            status == expected
            it.body.code == code
        }

        where:
        what                 | path                           | body                                          || expected | code
        'nonsense'           | '/api/auth/email/verify'       | [token: 'nonsense']                           || 400      | 'ticket_not_valid'
        'very long'          | '/api/auth/email/verify'       | [token: 'A' * 100_000]                        || 400      | 'ticket_not_valid'
        'nothing'            | '/api/auth/email/verify'       | [:]                                           || 422      | 'validation_failed'
        'an address alone'   | '/api/auth/email/verify'       | [email: 'a@b.test']                           || 422      | 'validation_failed'
        'digits alone'       | '/api/auth/magic-link/login'   | [code: '123456']                              || 422      | 'validation_failed'
        'five digits'        | '/api/auth/magic-link/login'   | [email: 'a@b.test', code: '12345']            || 422      | 'validation_failed'
        'an unknown address' | '/api/auth/magic-link/login'   | [email: 'nobody@nowhere.test', code: '123456'] || 400     | 'ticket_not_valid'
        'a number'           | '/api/auth/password/reset'     | [token: 7, password: 'empat kata tanpa kaitan'] || 422    | 'validation_failed'
        'more than asked'    | '/api/auth/email/verify'       | [token: 'x', role: 'admin']                   || 400      | 'unknown_field'
        'no address'         | '/api/auth/password/forgot'    | [email: 'nobody']                             || 422      | 'validation_failed'
    }

    def "to open a link does nothing, for programs open links too"() {
        given:
        def mail = postman.awaitTo(account.email, 'confirm-email')

        when:
        def page = visitor().get('/links/confirm-email')

        then:
        page.status == 200
        page.type == 'text/html'
        !page.text.contains(mail.token)
        page.header('referrer-policy') == 'no-referrer'
        page.header('content-security-policy').contains("default-src 'none'")
        visitor().get('/links/link.js').type == 'text/javascript'
        visitor().get('/links/link.css').type == 'text/css'
        visitor().get('/links/anything-else').status == 404
        visitor().post('/api/auth/email/verify', [token: mail.token]).status == 200
    }

    def "another address is in force once its letter was read there, and the old one may take it back: #kind"() {
        given:
        guest.logIn(account)
        def wanted = "new-$account.email".toString()

        expect:
        guest.post('/api/me/email', [email: wanted, password: 'not the password']).flaws == [password: ['wrong_password']]
        visitor().post('/api/me/email', [email: wanted, password: account.password]).status == 401

        when:
        def asked = guest.post('/api/me/email', [email: wanted, password: account.password])

        then:
        asked.status == 202
        guest.get('/api/me').body.email == account.email

        and: "until then it is nobody's name"
        visitor().post('/api/auth/login', [email: wanted, password: account.password]).status == 401
        visitor(1).post('/api/auth/login', [identifier: wanted, password: account.password]).status == 401
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).status == 200

        when:
        def moved = visitor(1).post('/api/auth/email/change', proof(kind, postman.awaitTo(wanted, 'change-email'), wanted))

        then:
        moved.status == 200
        nodes.each { node -> withinASecond { guest.at(node).get('/api/me').status == 401 } }
        visitor().post('/api/auth/login', [email: wanted, password: account.password]).status == 200

        when:
        def undone = visitor().post('/api/auth/email/undo', [token: postman.awaitTo(account.email, 'undo-email-change').token])

        then:
        undone.status == 200
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).status == 401
        visitor().post('/api/auth/login', [email: wanted, password: account.password]).status == 401

        when:
        def reset = postman.awaitTo(account.email, 'reset-password')
        visitor().post('/api/auth/password/reset', [token: reset.token, password: 'empat kata tanpa kaitan'])

        then:
        visitor().post('/api/auth/login', [email: account.email, password: 'empat kata tanpa kaitan']).status == 200

        where:
        kind << ['link', 'digits']
    }

    def "an address is taken back through two moves, from who settled there meanwhile, and no link of theirs undoes it"() {
        given:
        guest.logIn(account)
        def (lair, den) = ["lair-$account.email".toString(), "den-$account.email".toString()]
        moveTo(guest, lair)
        def undo = postman.awaitTo(account.email, 'undo-email-change')
        guest.logIn(account)
        moveTo(guest, den)
        def theirs = postman.awaitTo(lair, 'undo-email-change')
        assert visitor(1).post('/api/auth/register', [email: account.email, password: account.password]).status == 201

        when:
        def answers = Crowd.of(50) { i -> visitor(i % 2).post('/api/auth/email/undo', [token: undo.token]) }

        then:
        answers*.status.countBy { it } == [200: 1, 400: 49]
        answers.findAll { it.status == 400 }*.body*.code.toSet() == ['ticket_not_valid'] as Set
        visitor().post('/api/auth/email/undo', [token: theirs.token]).status == 400
        [account.email, lair, den].every { visitor().post('/api/auth/login', [email: it, password: account.password]).status == 401 }

        when:
        def reset = postman.awaitTo(account.email, 'reset-password')
        visitor().post('/api/auth/password/reset', [token: reset.token, password: 'empat kata tanpa kaitan'])

        then:
        visitor().post('/api/auth/login', [email: account.email, password: 'empat kata tanpa kaitan']).body.user.username == account.username
    }

    def "a letter that brings news has no code to be guessed: #path"() {
        expect:
        with(visitor().post(path, [email: account.email, code: '123456'])) {
            status == 400
            flaws == [email: ['unknown_field'], code: ['unknown_field']]
        }

        where:
        path << ['/api/auth/email/undo', '/api/auth/sessions/refuse']
    }

    private void moveTo(Visitor who, String wanted) {
        assert who.post('/api/me/email', [email: wanted, password: account.password]).status == 202
        assert visitor().post('/api/auth/email/change', [token: postman.awaitTo(wanted, 'change-email').token]).status == 200
    }

    def "links come from the settings, whatever a request says of where it went: #header"() {
        when:
        def asked = visitor().post('/api/auth/password/forgot', [email: account.email], [(header): value])
        def mail = postman.awaitTo(account.email, 'reset-password')

        then:
        asked.status == 202
        [mail.text, mail.html].every { !it.contains('evil.test') && it.contains('https://beranda.test/links/') }

        where:
        header              | value
        'X-Forwarded-Host'  | 'evil.test'
        'X-Forwarded-Proto' | 'evil.test'
        'Forwarded'         | 'host=evil.test;proto=https'
        'X-Original-URL'    | 'https://evil.test/'
        'Origin'            | 'https://evil.test'
        'Referer'           | 'https://evil.test/'
    }

    def "links come from the settings, whatever a request calls us: #head"() {
        when:
        def asked = write(nodes[1], head, [email: account.email])
        def mail = postman.awaitTo(account.email, page, number)

        then:
        asked == 202
        [mail.text, mail.html].every { !it.contains('evil') && it.contains("https://beranda.test/links/$page#") }

        where:
        head                                                                                  | page             | number
        'POST /api/auth/password/forgot HTTP/1.1\r\nHost: evil.test'                          | 'reset-password' | 1
        'POST /api/auth/magic-link HTTP/1.1\r\nHost: evil.test:443'                           | 'log-in'         | 1
        'POST /api/auth/email/verify/resend HTTP/1.0'                                         | 'confirm-email'  | 2
        'POST http://evil.test/api/auth/password/forgot HTTP/1.1\r\nHost: evil.test'          | 'reset-password' | 1
        'POST https://evil.test/api/auth/magic-link HTTP/1.1\r\nHost: beranda.test'           | 'log-in'         | 1
        'POST /api/auth/magic-link?redirect_to=https://evil.test HTTP/1.1\r\nHost: evil.test' | 'log-in'         | 1
    }

    def "nobody says where a letter is to lead: #field"() {
        when:
        def answer = visitor().post(path, [email: account.email, (field): 'https://evil.test/'])

        then:
        answer.status == 400
        answer.flaws == [(field): ['unknown_field']]

        where:
        [path, field] << [
                ['/api/auth/password/forgot', '/api/auth/magic-link', '/api/auth/email/verify/resend'],
                ['redirect', 'redirect_to', 'return_to', 'next', 'callback_url']].combinations()
    }

    def "of fifty who register one address at once one is welcome, and gets one letter"() {
        given:
        def address = "crowd-$account.email".toString()

        when:
        def answers = Crowd.of(50) { i ->
            visitor(i % 2).post('/api/auth/register', [
                email: i % 3 ? address : address.toUpperCase(), username: "c$i-${account.username}".toString().take(30), password: 'empat kata tanpa kaitan'])
        }

        then:
        answers.count { it.status == 201 } == 1
        answers.findAll { it.status != 201 }.every { it.status in [409, 503] }

        when:
        postman.awaitTo(address, 'confirm-email')
        sleep(300)

        then:
        postman.to(address).size() == 1
    }

    def "an old letter does not follow an account to another address"() {
        given:
        visitor().post('/api/auth/password/forgot', [email: account.email])
        def old = postman.awaitTo(account.email, 'reset-password')
        guest.logIn(account)
        def wanted = "new-$account.email".toString()
        guest.post('/api/me/email', [email: wanted, password: account.password])
        visitor().post('/api/auth/email/change', [token: postman.awaitTo(wanted, 'change-email').token])

        expect:
        visitor().post('/api/auth/password/reset', [token: old.token, password: 'empat kata tanpa kaitan']).status == 400
    }

    def "who wants an address that somebody has learns nothing, and the one who reads it is told"() {
        given:
        def eka = visitor().register()
        guest.logIn(account)

        expect:
        guest.post('/api/me/email', [email: eka.email, password: account.password]).status == 202
        postman.awaitSubject(eka.email, /(?i)already|account/)
        postman.to(eka.email).every { it.page in ['confirm-email', null] }
    }

    def "the mailbox is for who tries the house out, not here"() {
        expect:
        ['/dev/mailbox', '/dev/mailbox.json', '/dev/letters'].every { visitor().get(it).status == 404 }
    }

    def "while nobody takes letters on, nobody waits for it, and they come later, in order"() {
        given:
        def database = TestDatabase.fresh()
        def mail = new Postman()
        def node = Town.open(database, mail.settings)
        def somebody = new Visitor(node.uri, description(nodes[0]))
        mail.close()

        when:
        def ayu = somebody.register()
        3.times { assert somebody.post('/api/auth/password/forgot', [email: ayu.email]).status == 202 }
        sleep(500)
        mail.begin()

        then:
        mail.awaitTo(ayu.email, 'reset-password', 3)
        mail.to(ayu.email)*.page == ['confirm-email'] + ['reset-password'] * 3
        mail.to(ayu.email)*.id.toSet().size() == 4

        and: "the last of them is the good one"
        somebody.post('/api/auth/password/reset', [token: mail.to(ayu.email).last().token, password: 'empat kata tanpa kaitan']).status == 204

        cleanup:
        Town.close(node)
        mail.close()
    }

    private Map proof(String kind, Postman.Mail mail, String address = account.email) {
        kind == 'link' ? [token: mail.token] : [email: address.toUpperCase(), code: mail.code]
    }

    /// Down to the last byte, as no client would: what it says it wants, and where it says it goes.
    private static int write(URI node, String head, Map body) {
        def json = JsonOutput.toJson(body).bytes
        new Socket(node.host, node.port).withCloseable { socket ->
            socket.soTimeout = 10_000
            socket.outputStream.write("$head\r\nContent-Type: application/json\r\nContent-Length: $json.length\r\nConnection: close\r\n\r\n".bytes)
            socket.outputStream.write(json)
            socket.inputStream.newReader('US-ASCII').readLine().split(' ')[1] as int
        }
    }

    private Visitor loggedIn(int node) {
        def device = visitor(node)
        device.logIn(account)
        device
    }
}
