package dev.beranda.bootstrap.journey

import dev.beranda.domain.fixture.SoftKey

import static Browser.COOKIE_MODE
import static Browser.OUR_PAGE

class CookieModeIT extends JourneySpecification {

    static final ACCESS = '__Host-beranda_access'
    static final REFRESH = '__Host-beranda_refresh'

    def guest = visitor()
    def account = guest.register()
    def browser = new Browser(guest)

    def "whoever comes in by cookies has no token where a script could read it"() {
        when:
        def answer = browser.logIn(account)

        then:
        answer.body.keySet() == ['csrf_token', 'expires_in', 'user'] as Set
        answer.body.user.username == account.username
        answer.header('cache-control') == 'no-store'

        and:
        def set = answer.headers('set-cookie')
        set.size() == 2
        set[0] ==~ /__Host-beranda_access=[\w.-]+; Max-Age=900; Secure; HttpOnly; SameSite=Lax; Path=\//
        set[1] ==~ /__Host-beranda_refresh=[\w.-]+; Max-Age=\d{6,}; Secure; HttpOnly; SameSite=Lax; Path=\//
        set.every { it.length() <= 4096 }
        !browser.cookies.values().any { answer.text.contains(it) }

        and:
        nodes.every { browser.at(it).get('/api/me').body.username == account.username }
        browser.get('/api/auth/sessions').body.items*.current == [true]
    }

    def "with the token of the session one acts on any node, without it on none"() {
        given:
        browser.logIn(account)

        expect:
        nodes.every { rename(browser.at(it)).body.display_name == 'Ayu' }

        when:
        browser.csrfToken = null

        then:
        nodes.collect { rename(browser.at(it)) }.every { it.status == 403 && it.body.code == 'csrf_failed' }
        browser.get('/api/me').status == 200
    }

    private static Answer rename(Browser browser) {
        browser.send('PATCH', '/api/me', ['Content-Type': 'application/json'], '{"display_name":"Ayu"}')
    }

    def "no door that wants to know who comes is opened by a cookie alone: #method #path"() {
        given:
        browser.logIn(account)
        def stranger = new Browser(visitor())
        stranger.logIn(stranger.visitor.register())
        def place = path.replaceAll(/\{[^}]+}/, UUID.randomUUID().toString())
        def bare = browser.cookie() + ['Content-Type': type]

        when:
        def answers = [
                [:],
                ['X-CSRF-Token': ''],
                ['X-CSRF-Token': stranger.csrfToken],
                ['X-CSRF-Token': browser.csrfToken, Origin: 'https://evil.example'],
                ['X-CSRF-Token': browser.csrfToken, Origin: 'null'],
                ['X-CSRF-Token': browser.csrfToken, 'Sec-Fetch-Site': 'cross-site'],
                ['Authorization': 'Basic dXNlcjpwYXNz'],
        ].collect { guest.send(method, place, '{}'.bytes, bare + it) }

        then:
        answers.every { it.status == 403 && it.body.code == 'csrf_failed' }

        where:
        [method, path, type] << unsafeDoors()
    }

    static List<List<String>> unsafeDoors() {
        def doors = []
        description(Town.twoNodes()[0]).document.get('paths').fields().each { path ->
            path.value.fields().each { operation ->
                def isSecured = operation.value.path('security').any { it.has('bearer') || it.has('cookie') }
                if (isSecured && operation.key != 'get') {
                    doors << [operation.key.toUpperCase(), path.key, operation.value.at('/requestBody/content').fieldNames().toList()[0] ?: 'application/json']
                }
            }
        }
        assert doors.size() > 5
        doors
    }

    def "every door that wants to know who comes can be opened by cookie"() {
        expect:
        description(nodes[0]).document.get('paths').every { path ->
            path.every { operation ->
                def ways = operation.path('security').collect { it.fieldNames().next() }
                ways in [[], ['bearer', 'cookie']] && (!ways || operation.path('responses').has('403'))
            }
        }
    }

    def "what another site can make a browser send changes nothing: #what"() {
        given:
        browser.logIn(account)
        def cookies = browser.cookies.collect { name, value -> "$name=$value" } + planted
        def headers = [Cookie: cookies.join('; '), Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site'] + type

        when:
        def change = guest.send('POST', '/api/auth/password/change', body.bytes, headers)
        def refresh = guest.send('POST', '/api/auth/token/refresh', body.bytes, headers)
        def logOut = guest.send('POST', '/api/auth/logout', body.bytes, headers)

        then:
        [change, refresh, logOut].every { it.status in [400, 403, 415, 422] && it.headers('set-cookie').empty }
        browser.get('/api/me').status == 200
        browser.refresh().status == 200

        where:
        what                | body                           | type                                                  | planted
        'JSON as text'      | '{"refresh_token":"x"}'        | ['Content-Type': 'text/plain']                        | []
        'a form'            | 'refresh_token=x'              | ['Content-Type': 'application/x-www-form-urlencoded'] | []
        'parts'             | '--b\r\n\r\nx\r\n--b--'        | ['Content-Type': 'multipart/form-data; boundary=b']   | []
        'nothing'           | ''                             | [:]                                                   | []
        'a planted cookie'  | '{}'                           | ['Content-Type': 'application/json', 'X-CSRF-Token': 'planted'] | ['csrf_token=planted', '__Host-csrf=planted', 'XSRF-TOKEN=planted']
    }

    def "a link on another site does not leave one's data on the disk of whoever follows it"() {
        given:
        browser.logIn(account)
        def cookies = [Cookie: browser.cookies.collect { name, value -> "$name=$value" }.join('; ')]

        expect:
        guest.get('/api/me/export', cookies + ['Sec-Fetch-Site': 'cross-site']).body.code == 'csrf_failed'
        guest.get('/api/me/export', cookies + ['Sec-Fetch-Site': 'same-origin', Accept: 'application/json']).status == 200
    }

    def "nobody is logged in by another site: #headers"() {
        given:
        def login = [username: account.username, password: account.password]

        when:
        def byCookie = guest.post('/api/auth/login', login, COOKIE_MODE + headers)
        def byOtherDoors = ['magic-link/login', 'login/mfa', 'passkeys/login'].collect { guest.post("/api/auth/$it", [:], COOKIE_MODE + headers) }

        then:
        [byCookie, *byOtherDoors].every { it.status == 403 && it.body.code == 'csrf_failed' && it.headers('set-cookie').empty }

        when: "without cookies there is nothing to steer"
        def byBody = guest.post('/api/auth/login', login, headers)

        then:
        byBody.status == 200
        byBody.body.access
        byBody.headers('set-cookie').empty

        where:
        headers << [[Origin: 'https://evil.example'], [Origin: 'null'], ['Sec-Fetch-Site': 'cross-site'], [Origin: 'http://beranda.test']]
    }

    def "cookies that were there before do not follow one in, nor do they stand in the way"() {
        given:
        def planted = new Browser(visitor())
        planted.logIn(planted.visitor.register())
        def before = planted.cookies.clone()
        planted.csrfToken = null

        when:
        planted.logIn(account)

        then:
        planted.get('/api/me').body.username == account.username
        planted.cookies.every { name, value -> value != before[name] }
        planted.get('/api/auth/sessions').body.items.size() == 1
    }

    def "a refresh by cookie gives the next pair; the CSRF token stays as it is"() {
        given:
        browser.logIn(account)
        def before = [*: browser.cookies]
        def csrfToken = browser.csrfToken

        when:
        def answer = browser.at(nodes[1]).with { it.refresh().with { done -> [done, it.cookies] } }

        then:
        answer[0].status == 200
        answer[0].body == [csrf_token: csrfToken, expires_in: 900]
        answer[1][REFRESH] != before[REFRESH]
        answer[1].keySet() == [ACCESS, REFRESH] as Set
    }

    def "a refresh by cookie wants the CSRF token, and uses nothing up without it: #headers"() {
        given:
        browser.logIn(account)
        def before = [*: browser.cookies]

        when:
        def refused = browser.refresh(headers)

        then:
        refused.status == 403
        refused.body.code == 'csrf_failed'
        refused.headers('set-cookie').empty
        browser.cookies == before
        browser.refresh().status == 200

        where:
        headers << [['X-CSRF-Token': ''], ['X-CSRF-Token': 'x' * 43], [Origin: 'https://evil.example']]
    }

    def "fifty tabs that refresh at once, on two nodes, all stay in: #round"() {
        given:
        browser.logIn(account)

        when:
        def tabs = Crowd.of(50) { i -> browser.at(nodes[i % 2]).with { [it.refresh().status, it.cookies[REFRESH]] } }

        then:
        tabs.toSet().size() == 1
        tabs[0][0] == 200

        when:
        browser.cookies[REFRESH] = tabs[0][1]

        then:
        browser.refresh().status == 200

        where:
        round << (1..3)
    }

    def "a stolen refresh cookie that is used later ends the session, and the cookies go"() {
        given:
        browser.logIn(account)
        def stolen = browser.at(nodes[1])
        2.times { assert browser.refresh().status == 200 }

        when:
        def answer = stolen.refresh()

        then:
        answer.status == 401
        answer.body.code == 'token_reused'
        stolen.cookies.isEmpty()
        withinASecond { browser.get('/api/me').status == 401 }

        when:
        def over = browser.refresh()

        then:
        over.status == 401
        browser.cookies.isEmpty()
    }

    def "in cookie mode nothing is taken from the body, and nothing without the cookie"() {
        given:
        def login = guest.logIn(account)
        guest.access = null
        browser.logIn(account)

        expect:
        browser.post('/api/auth/token/refresh', [refresh: login.refresh], COOKIE_MODE).body.code == 'unknown_field'
        browser.post('/api/auth/logout', [refresh: login.refresh], COOKIE_MODE).body.code == 'unknown_field'
        browser.post('/api/auth/token/refresh', [:], COOKIE_MODE).status == 200
        visitor().send('POST', '/api/auth/token/refresh', null, COOKIE_MODE + OUR_PAGE).body.code == 'unauthenticated'
        visitor().send('POST', '/api/auth/token/refresh', null, [:]).body.code == 'bad_request'
        browser.send('POST', '/api/auth/token/refresh').body.code == 'bad_request'
    }

    def "logging out ends the session on every node and takes the cookies, body or not: #what"() {
        given:
        browser.logIn(account)
        def before = [*: browser.cookies]
        lost.each { browser.cookies.remove(it) }

        when:
        def answer = browser.logOut()

        then:
        answer.status == 204
        answer.headers('set-cookie') == [ACCESS, REFRESH].collect { "$it=; Max-Age=0; Secure; HttpOnly; SameSite=Lax; Path=/".toString() }
        browser.cookies.isEmpty()

        when:
        browser.cookies.putAll(before)

        then:
        nodes.every { node ->
            withinASecond { browser.at(node).get('/api/me').status == 401 }
            true
        }
        browser.at(nodes[1]).refresh().status == 401

        and: "once more is no mistake"
        browser.logOut().status == 204

        where:
        what                      | lost
        'with both cookies'       | []
        'the access cookie over'  | [ACCESS]
        'the refresh cookie lost' | [REFRESH]
    }

    def "nobody is logged out by another site: #lost lost"() {
        given:
        browser.logIn(account)
        def tab = browser.at(nodes[0])
        tab.cookies.remove(lost)
        tab.csrfToken = null

        when:
        def answer = tab.logOut()

        then:
        answer.status == 403
        answer.headers('set-cookie').empty
        browser.get('/api/me').status == 200

        where:
        lost << [null, ACCESS, REFRESH]
    }

    def "who is not logged in logs out all the same"() {
        expect:
        new Browser(visitor()).logOut().status == 204
        visitor().post('/api/auth/logout', [refresh_token: 'x']).body.code == 'unauthenticated'
    }

    def "a page that was loaded anew asks for its CSRF token, with either cookie: #lost lost"() {
        given:
        browser.logIn(account)
        def csrfToken = browser.csrfToken
        browser.cookies.remove(lost)

        when:
        def answer = browser.at(nodes[1]).get('/api/auth/csrf')

        then:
        answer.body == [csrf_token: csrfToken]
        answer.header('cache-control') == 'no-store'
        answer.header('access-control-allow-origin') == null

        where:
        lost << [null, ACCESS, REFRESH]
    }

    def "no other site gets it, and who is nobody has none"() {
        given:
        browser.logIn(account)

        expect:
        [[Origin: 'https://evil.example'], [Origin: 'null'], ['Sec-Fetch-Site': 'cross-site']].every {
            browser.get('/api/auth/csrf', it).body.code == 'csrf_failed'
        }
        visitor().get('/api/auth/csrf').body.code == 'unauthenticated'
        visitor().get('/api/auth/csrf', [Cookie: "$REFRESH=x"]).body.code == 'unauthenticated'
    }

    def "a cookie that is there twice, or has no name, or is no token, says nothing: #cookie"() {
        given:
        browser.logIn(account)
        def mine = browser.cookies[ACCESS]

        when:
        def answer = visitor().get('/api/me', [Cookie: cookie(mine)])

        then:
        answer.status == 401

        where:
        cookie << [
                { "$ACCESS=$it; $ACCESS=$it" }, { "$ACCESS=x; $ACCESS=$it" }, { "=$ACCESS=$it" }, { "beranda_access=$it" }, { "$ACCESS=$it\tx" },
                { "$ACCESS=\"$it\"" }, { "$REFRESH=$it" }, { "$ACCESS=nonsense" }, { "$ACCESS=" + it.reverse() },
        ]
    }

    def "who shows a bearer token is known by it, whatever their cookies say"() {
        given:
        browser.logIn(account)
        def other = visitor()
        def othersAccount = other.register()
        other.logIn(othersAccount)
        def foreign = browser.cookie() + [Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site']

        expect:
        other.get('/api/me', foreign).body.username == othersAccount.username
        other.patch('/api/me', [display_name: 'Somebody'], foreign).status == 200
        visitor().get('/api/me', browser.cookie() + [Authorization: 'Bearer nonsense']).body.code == 'token_not_valid'
    }

    def "in bearer mode nobody gets a cookie"() {
        expect:
        guest.post('/api/auth/login', [username: account.username, password: account.password], headers).with {
            it.body.access && it.headers('set-cookie').empty
        }

        where:
        headers << [[:], ['X-Token-Transport': 'bearer'], ['X-Token-Transport': 'Bearer']]
    }

    def "who asks for a way we do not know gets nothing, rather than tokens where they do not look: #asked"() {
        when:
        def answer = guest.post('/api/auth/login', [username: account.username, password: account.password], ['X-Token-Transport': asked])

        then:
        answer.status == 400
        answer.type == 'application/problem+json'
        answer.body.code == 'token_transport_unknown'
        answer.headers('set-cookie').empty
        guest.post('/api/auth/token/refresh', [refresh: 'x'], ['X-Token-Transport': asked]).body.code == 'token_transport_unknown'
        guest.post('/api/auth/logout', [refresh: 'x'], ['X-Token-Transport': asked]).body.code == 'token_transport_unknown'
        guest.get('/api/me', ['X-Token-Transport': asked]).body.code == 'unauthenticated'

        where:
        asked << ['cookies', 'body', 'cookie, bearer', '']
    }

    def "every door lets one in by cookies: #door"() {
        when:
        def answer = comeIn(this)

        then:
        answer.status == 200
        answer.body.keySet() == ['csrf_token', 'expires_in', 'user'] as Set
        answer.headers('set-cookie').every { it.contains('; Secure; HttpOnly; SameSite=Lax; Path=/') }
        browser.cookies.keySet() == [ACCESS, REFRESH] as Set
        browser.at(nodes[1]).get('/api/me').body.username == account.username
        rename(browser).body.display_name == 'Ayu'
        browser.logOut().status == 204

        where:
        door              | comeIn
        'a letter'        | { it.byLetter() }
        'a second factor' | { it.bySecondFactor() }
        'a passkey'       | { it.byPasskey() }
    }

    Answer byLetter() {
        guest.post('/api/auth/magic-link', [email: account.email])
        browser.post('/api/auth/magic-link/login', [token: Town.POSTMAN.awaitTo(account.email, 'log-in').token], COOKIE_MODE)
    }

    Answer bySecondFactor() {
        def device = atHome()
        def phone = new Phone(device.post('/api/auth/mfa/totp', [:]).body.secret)
        assert device.post('/api/auth/mfa/totp/confirm', [code: phone.code()]).status == 200
        def half = browser.logIn(account)
        assert half.headers('set-cookie').empty
        browser.post('/api/auth/login/mfa', [mfa_token: half.body.mfa_token, code: phone.code(1)], COOKIE_MODE)
    }

    Answer byPasskey() {
        def device = atHome()
        def key = new SoftKey('https://beranda.test')
        assert device.post('/api/auth/passkeys/register', key.make(device.post('/api/auth/passkeys/register/options', [:]).body)).status == 201
        browser.post('/api/auth/passkeys/login', key.use(browser.post('/api/auth/passkeys/login/options', [:]).body), COOKIE_MODE)
    }

    private Visitor atHome() {
        def device = visitor()
        device.logIn(account)
        device
    }

    def "a read changes nothing, whoever is behind it"() {
        given:
        browser.logIn(account)
        def before = browser.get('/api/me').text
        def foreign = [Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site']

        expect:
        description(nodes[0]).document.get('paths').fields().findAll { it.value.at('/get/responses/200/content').fieldNames().toList() == ['application/json'] }*.key.every { path ->
            def place = path.replaceAll(/\{[^}]+}/, UUID.randomUUID().toString())
            browser.get(place, foreign).headers('set-cookie').empty
        }
        browser.get('/api/me').text == before
        browser.refresh().status == 200
    }
}
