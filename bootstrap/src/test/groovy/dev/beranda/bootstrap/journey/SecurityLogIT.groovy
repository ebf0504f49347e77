package dev.beranda.bootstrap.journey

import dev.beranda.postgres.TestDatabase

/** What people can see of their sessions and of what happened to their account, and what they can do about strangers. */
class SecurityLogIT extends JourneySpecification {

    static final FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    static final SAFARI = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'

    def postman = Town.POSTMAN
    def ayu = visitor()
    def account = ayu.register()

    def setup() {
        visitor().post('/api/auth/email/verify', [token: postman.awaitTo(account.email, 'confirm-email').token])
    }

    def "devices have names: the one given at login, else the one they go by"() {
        given:
        ayu.logIn(account, ['User-Agent': FIREFOX])
        visitor().post('/api/auth/login', [username: account.username, password: account.password, device_name: "Ayu's phone"])

        expect:
        ayu.get('/api/auth/sessions').body.items*.name == ["Ayu's phone", 'Firefox (Linux)']
    }

    def "who comes in with something new is told of in a letter; the first time and known devices are not"() {
        given:
        ayu.logIn(account, ['User-Agent': FIREFOX])
        ayu.logIn(account, ['User-Agent': FIREFOX])

        when:
        visitor(1).logIn(account, ['User-Agent': SAFARI])
        def mail = postman.awaitTo(account.email, 'refuse-stranger')

        then:
        mail.text.contains('Safari (Mac)')
        mail.text.contains('127.0.0.1')
        postman.to(account.email).count { it.page == 'refuse-stranger' } == 1
    }

    def "nobody speaks to the reader of that letter by the name of a device"() {
        given:
        ayu.logIn(account)
        visitor().post('/api/auth/login', [username: account.username, password: account.password, device_name: 'Win at http://evil.test'], ['User-Agent': SAFARI])

        expect:
        !postman.awaitTo(account.email, 'refuse-stranger').text.contains('evil')
    }

    def "whoever says that it was not them has everybody out on every node, and chooses a new password"() {
        given:
        ayu.logIn(account, ['User-Agent': FIREFOX])
        def stranger = visitor(1)
        stranger.logIn(account, ['User-Agent': SAFARI])
        def mail = postman.awaitTo(account.email, 'refuse-stranger')

        when:
        def refused = visitor().post('/api/auth/sessions/refuse', [token: mail.token])

        then:
        refused.status == 200
        refused.body == [password_withdrawn: true]
        withinASecond { stranger.get('/api/me').status == 401 }
        withinASecond { ayu.get('/api/me').status == 401 }

        and: "the password that somebody knows opens nothing"
        visitor(1).post('/api/auth/login', [email: account.email, password: account.password]).status == 401

        when: "and the letter that follows leads to another"
        def reset = postman.awaitTo(account.email, 'reset-password')
        visitor().post('/api/auth/password/reset', [token: reset.token, password: 'empat kata tanpa kaitan'])
        ayu.logIn(account + [password: 'empat kata tanpa kaitan'], ['User-Agent': FIREFOX])

        then:
        ayu.get('/api/me').status == 200

        and: "the link is good once"
        visitor().post('/api/auth/sessions/refuse', [token: mail.token]).body.code == 'ticket_not_valid'
        ayu.get('/api/me').status == 200
    }

    def "of fifty strangers who come in alike at once, on two nodes, one is told of"() {
        given:
        ayu.logIn(account, ['User-Agent': FIREFOX])

        when:
        Crowd.of(50) { i -> visitor(i % 2).logIn(account, ['User-Agent': SAFARI]) }
        postman.awaitTo(account.email, 'refuse-stranger')
        visitor().post('/api/auth/password/forgot', [email: account.email])
        postman.awaitTo(account.email, 'reset-password')

        then:
        postman.to(account.email).count { it.page == 'refuse-stranger' } == 1
    }

    def "the log says what happened and why one was logged out, in one's language"() {
        given:
        ayu.logIn(account, ['User-Agent': FIREFOX])
        def phone = visitor()
        def refresh = phone.logIn(account, ['User-Agent': SAFARI]).refresh
        phone.post('/api/auth/logout', [refresh_token: refresh])

        when:
        def log = ayu.get('/api/me/security-log', ['Accept-Language': language]).body.items

        then:
        log*.kind == [
                'session.ended', 'session.strange_device', 'session.opened', 'session.opened', 'user.email_confirmed', 'user.registered']
        log[0].reason == 'logged_out'
        log[0].message == loggedOut
        log[1].device == 'Safari (Mac)'
        log[1].ip == '127.0.0.1'
        log[2].session_id == log[0].session_id
        log.every { it.message != it.kind }

        where:
        language || loggedOut
        'en'     || 'This device was logged out on itself.'
        'id'     || 'Sesi ini diakhiri dari perangkatnya sendiri.'
    }

    def "the log is one's own, in pages"() {
        given:
        ayu.logIn(account)
        def somebodyElse = visitor()
        somebodyElse.logIn(somebodyElse.register())

        when:
        def first = ayu.get('/api/me/security-log?limit=1&count=true').body
        def second = ayu.get("/api/me/security-log?limit=1&cursor=${first.next_cursor}").body

        then:
        first.total == 3
        (first.items + second.items)*.kind == ['session.opened', 'user.email_confirmed']
        second.next_cursor
        somebodyElse.get('/api/me/security-log').body.items*.id.disjoint((first.items + second.items)*.id)
        visitor().get('/api/me/security-log').status == 401
    }

    def "of those who come in while it is said that it was not them, nobody stays: round #round"() {
        given:
        ayu.logIn(account, ['User-Agent': FIREFOX])
        visitor().logIn(account, ['User-Agent': SAFARI])
        def mail = postman.awaitTo(account.email, 'refuse-stranger')

        when:
        def answers = Crowd.of(12) { i ->
            i == 6 ? visitor().post('/api/auth/sessions/refuse', [token: mail.token])
                    : visitor(i % 2).post('/api/auth/login', [email: account.email, password: account.password])
        }
        def inside = answers*.body*.access.findAll().collect { insider(it) }

        then:
        withinASecond { inside.every { it.get('/api/me').status == 401 } }

        where:
        round << (1..4)
    }

    def "where a file of places is given, devices are somewhere, and another country is strange"() {
        given:
        def database = TestDatabase.fresh()
        def node = Town.open(database, postman.settings + [
            BERANDA_PLACES         : new File('../adapters-integration/src/test/resources/dev/beranda/adapter/place/documentation-networks.mmdb').path,
            BERANDA_TRUSTED_PROXIES: '127.0.0.1'])
        def traveller = new Visitor(node.uri, description(nodes[0]))
        def passport = traveller.register()
        traveller.post('/api/auth/email/verify', [token: postman.awaitTo(passport.email, 'confirm-email').token])

        when:
        traveller.logIn(passport, ['User-Agent': FIREFOX, 'X-Forwarded-For': '203.0.113.7'])
        traveller.logIn(passport, ['User-Agent': FIREFOX, 'X-Forwarded-For': '203.0.113.99'])
        traveller.logIn(passport, ['User-Agent': FIREFOX, 'X-Forwarded-For': '198.51.100.1'])
        def mail = postman.awaitTo(passport.email, 'refuse-stranger')

        then:
        mail.text.contains('Switzerland (198.51.100.1)')
        postman.to(passport.email).count { it.page == 'refuse-stranger' } == 1
        def devices = traveller.get('/api/auth/sessions', ['Accept-Language': 'id']).body.items
        devices*.country == ['CH', 'ID', 'ID']
        devices*.country_name == ['Swiss', 'Indonesia', 'Indonesia']
        devices*.city == [null, 'Jepara', 'Jepara']
        traveller.get('/api/me/security-log').body.items*.country.toSet() == ['CH', 'ID', null] as Set

        cleanup:
        Town.close(node)
        database.close()
    }

    private Visitor insider(String access) {
        def insider = visitor()
        insider.access = access
        insider
    }
}
