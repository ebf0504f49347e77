package dev.beranda.bootstrap.journey

/// Coming in by way of somebody outside who vouches for one, across two nodes.
class SocialLoginIT extends JourneySpecification {

    static final PAGE = 'https://beranda.test/welcome'

    def browser = new Traveller(visitor())

    def setupSpec() {
        Town.STRANGERS.begin()
    }

    def "everybody is told who may vouch for them"() {
        when:
        def answer = visitor().get('/api/auth/oauth/providers')

        then:
        answer.status == 200
        answer.body.items == [
            [provider: 'harbour', name: 'Harbour', start_url: '/api/auth/oauth/harbour/start'],
            [provider: 'sunrise', name: 'Sunrise', start_url: '/api/auth/oauth/sunrise/start'],
        ]
        visitor().get('/api/auth/oauth/providers?secret=true').body.code == 'unknown_field'
    }

    def "somebody new comes in by a provider, begun on one node and ended on the other, and has an account"() {
        given:
        def (subject, email) = stranger()

        when:
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE")

        then:
        start.status == 303
        with(Traveller.query(start.header('location'))) {
            client_id == 'beranda'
            redirect_uri == 'https://beranda.test/api/auth/oauth/sunrise/callback'
            scope == 'openid email profile'
            response_type == 'code'
            code_challenge_method == 'S256'
            code_challenge.length() == 43
            nonce.length() == 43
            state.length() > 100
        }
        start.header('set-cookie') ==~ /__Host-beranda_browser=[A-Za-z0-9_-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure/

        when:
        Town.STRANGERS.expect('sunrise', subject, [email: email, email_verified: true, name: 'Ayu Kartini', preferred_username: "ayu.$subject".toString()])
        def back = Town.STRANGERS.visit(start.header('location'))
        browser.visitor = visitor(1)
        def landing = browser.get(Traveller.pathOf(back))

        then:
        landing.status == 303
        landing.header('location').startsWith("$PAGE?code=")
        landing.header('cache-control') == 'no-store'
        Traveller.query(landing.header('location')).keySet() == ['code'] as Set

        when:
        browser.visitor = visitor(0)
        def login = browser.post('/api/auth/oauth/exchange', [code: Traveller.query(landing.header('location')).code, device_name: 'Tablet'])

        then:
        login.status == 200
        login.body.token_type == 'Bearer'
        login.body.user.email == email
        login.body.user.email_verified
        login.body.user.username == "ayu.$subject"
        login.body.user.display_name == 'Ayu Kartini'
        login.body.user.role == 'reader'

        and:
        with(visitor(1, login.body.access)) {
            get('/api/me').body.email == email
            get('/api/me/identities').body.items*.subMap(['provider', 'name', 'label']) == [[provider: 'sunrise', name: 'Sunrise', label: email]]
            get('/api/auth/sessions').body.items*.name == ['Tablet']
        }

        and: 'there is no password, so none opens it'
        visitor().post('/api/auth/login', [email: email, password: 'three unrelated words']).status == 401
    }

    def "who was here before comes in to the same account, whatever address and name the provider tells now"() {
        given:
        def (subject, email) = stranger()
        def first = comeIn('sunrise', subject, [email: email, email_verified: true])

        when:
        def second = comeIn('sunrise', subject, [email: "other-$email".toString(), email_verified: false, name: 'Somebody Else'])

        then:
        second.user.id == first.user.id
        second.user.email == email
    }

    def "the same subject of two providers is two people"() {
        given:
        def (subject, email) = stranger()

        when:
        def one = comeIn('sunrise', subject, [email: email, email_verified: true])
        def other = comeIn('harbour', subject, [email: "h-$email".toString(), email_verified: true])

        then:
        one.user.id != other.user.id
    }

    def "an address that both sides verified joins, and its owner is told by letter"() {
        given:
        def owner = visitor()
        def account = owner.register()
        confirm(account.email)
        def (subject, _) = stranger()

        when:
        def login = comeIn('sunrise', subject, [email: account.email, email_verified: true])

        then:
        login.user.username == account.username
        Town.POSTMAN.awaitSubject(account.email, 'new way into your account').text.contains('Sunrise')
        visitor().logIn(account)
    }

    def "#why, nobody is joined to an account that has the address: #code"() {
        given:
        def account = visitor().register()
        if (confirmed) {
            confirm(account.email)
        }
        def (subject, _) = stranger()

        when:
        def landing = goAndReturn('sunrise', subject, [email: account.email] + claims)

        then:
        landing.status == 303
        with(Traveller.query(landing.header('location'))) {
            error == code
            error_description.length() > 20
            !it.code
        }
        identitiesOf(account) == []

        where:
        why                                          | confirmed | claims                   || code
        'who lies in wait with an unconfirmed one'   | false     | [email_verified: true]   || 'oauth_account_unconfirmed'
        'who only claims the address'                | true      | [email_verified: false]  || 'oauth_account_exists'
        'where the provider does not say'            | true      | [:]                      || 'oauth_account_exists'
        'where it says so in a text'                 | true      | [email_verified: 'true'] || 'oauth_account_exists'
        'unconfirmed on both sides'                  | false     | [:]                      || 'oauth_account_exists'
    }

    def "without an address there is no account, in the reader's language"() {
        given:
        def (subject, _) = stranger()
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE")
        Town.STRANGERS.expect('sunrise', subject, [:])
        def back = Town.STRANGERS.visit(start.header('location'))

        when:
        def answer = browser.get(Traveller.pathOf(back), ['Accept-Language': 'id'])

        then:
        with(Traveller.query(answer.header('location'))) {
            error == 'oauth_email_required'
            error_description.startsWith('Penyedia tidak memberitahukan')
        }
    }

    def "who only claims an address gets an account that has yet to be confirmed"() {
        given:
        def (subject, email) = stranger()

        when:
        def login = comeIn('harbour', subject, [email: email, email_verified: false])

        then:
        !login.user.email_verified
        Town.POSTMAN.awaitTo(email, 'confirm-email')
    }

    def "who said no at the provider is brought back to the page, and so is whose provider says nonsense: #error"() {
        given:
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE")
        def state = Traveller.query(start.header('location')).state

        when:
        def answer = browser.get("/api/auth/oauth/sunrise/callback?state=$state&$query")

        then:
        answer.status == 303
        Traveller.query(answer.header('location')).error == code

        where:
        query                                     || code
        'error=access_denied&error_reason=denied' || 'oauth_denied'
        'error=%3Cscript%3E'                      || 'oauth_failed'
        'code='                                   || 'oauth_failed'
        'code=a&code=b'                           || 'oauth_failed'
        'code=never-given'                        || 'oauth_failed'
        error = code
    }

    def "only the browser that set out, for this provider, and with what it was given: #why"() {
        given:
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE")
        def back = Town.STRANGERS.visit(start.header('location'))

        when:
        def answer = attempt(this, Traveller.pathOf(back))

        then:
        answer.status == 400
        answer.body.code == 'oauth_state_not_valid'
        !answer.header('location')

        where:
        why                      || attempt
        'no cookie'              || { it, path -> it.visitor().get(path) }
        'another browser'        || { it, path -> it.another().get(path) }
        'two cookies'            || { it, path -> it.visitor().get(path, [Cookie: "__Host-beranda_browser=${it.key}; __Host-beranda_browser=${it.key}".toString()]) }
        'another provider'       || { it, path -> it.browser.get(path.replace('/sunrise/', '/harbour/')) }
        'no state'               || { it, path -> it.browser.get(path.replaceAll(/state=[^&]*/, 'state=')) }
        'a state of one\'s own'  || { it, path -> it.browser.get(path.replaceAll(/state=[^&]*/, 'state=mine')) }
        'a changed state'        || { it, path -> it.browser.get(path.replaceAll(/state=(.)/) { all, c -> 'state=' + (c == 'A' ? 'B' : 'A') }) }
        'two states'             || { it, path -> it.browser.get(path + '&state=x') }
    }

    def "nothing of what is carried on the way is at rest in clear, in any table"() {
        given:
        def (subject, email) = stranger()
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE&code_challenge=${'c' * 43}&code_challenge_method=S256")
        Town.STRANGERS.expect('sunrise', subject, [email: email, email_verified: true])
        def back = Town.STRANGERS.visit(start.header('location'))
        def landing = browser.get(Traveller.pathOf(back))
        def code = Traveller.query(landing.header('location')).code

        expect: "though it was there"
        count("select count(*) from voucher v join app_user u on u.id = v.user_id where u.email = '$email'") == 1
        Town.tablesHolding([subject]).contains('identity')

        and:
        Town.tablesHolding([code, key, Traveller.query(back).code, Traveller.query(back).state]) == []
    }

    def "who comes back twice is not believed the second time, though the provider would"() {
        given:
        def (subject, email) = stranger()
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE")
        Town.STRANGERS.expect('sunrise', subject, [email: email, email_verified: true])
        def back = Town.STRANGERS.visit(start.header('location'))

        when:
        def first = browser.get(Traveller.pathOf(back))
        browser.visitor = visitor(1)
        def second = browser.get(Traveller.pathOf(back))

        then:
        [first, second]*.status == [303, 400]
    }

    def "of fifty who come back with one state at once, on two nodes, one is believed"() {
        given:
        def (subject, email) = stranger()
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE")
        Town.STRANGERS.expect('sunrise', subject, [email: email, email_verified: true])
        def back = Traveller.pathOf(Town.STRANGERS.visit(start.header('location')))
        def cookie = [Cookie: "__Host-beranda_browser=$key".toString()]

        when:
        def answers = Crowd.of(50) { visitor(it % 2).get(back, cookie) }

        then:
        answers.countBy { it.status } == [303: 1, 400: 49]
        answers.findAll { it.status == 400 }*.body*.code.unique() == ['oauth_state_not_valid']
        Traveller.query(answers.find { it.status == 303 }.header('location')).code
        accountsOf(email) == 1
    }

    def "fifty at once with one code, on two nodes: one comes in: #round"() {
        given:
        def (subject, email) = stranger()
        def landing = goAndReturn('sunrise', subject, [email: email, email_verified: true])
        def code = Traveller.query(landing.header('location')).code

        when:
        def answers = Crowd.of(50) { visitor(it % 2).post('/api/auth/oauth/exchange', [code: code]) }

        then:
        answers.countBy { it.status } == [200: 1, 400: 49]
        answers.findAll { it.status == 400 }*.body*.code.unique() == ['oauth_code_not_valid']
        sessionsOf(email) == 1

        where:
        round << (1..3)
    }

    def "fifty who are the same newcomer come at once, on two nodes: one account"() {
        given:
        def (subject, email) = stranger()
        def browsers = (0..<50).collect { new Traveller(visitor(it % 2)) }
        def backs = browsers.collect {
            Town.STRANGERS.expect('sunrise', subject, [email: email, email_verified: true, preferred_username: "n$subject".toString()])
            Town.STRANGERS.visit(it.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE").header('location'))
        }

        when:
        def answers = Crowd.of(50) { browsers[it].get(Traveller.pathOf(backs[it])) }

        then:
        answers.every { it.status == 303 && Traveller.query(it.header('location')).code }
        accountsOf(email) == 1
        count("select count(*) from identity where subject = '$subject'") == 1
    }

    def "a code is good for a minute, for who set out, and for nothing else: #why"() {
        given:
        def (subject, email) = stranger()
        def landing = goAndReturn('sunrise', subject, [email: email, email_verified: true])
        def given = Traveller.query(landing.header('location')).code

        when:
        def answer = attempt(this, given)

        then:
        answer.status == 400
        answer.body.code == 'oauth_code_not_valid'

        where:
        why                          || attempt
        'after a minute'             || { it, code -> it.age(); it.browser.post('/api/auth/oauth/exchange', [code: code]) }
        'another browser'            || { it, code -> it.another().post('/api/auth/oauth/exchange', [code: code]) }
        'a challenge nobody set'     || { it, code -> it.browser.post('/api/auth/oauth/exchange', [code: code, code_verifier: 'v' * 43]) }
        'a page without its browser' || { it, code -> it.visitor().post('/api/auth/oauth/exchange', [code: code], ['X-Token-Transport': 'cookie']) }
        'a changed one'              || { it, code -> it.browser.post('/api/auth/oauth/exchange', [code: code.reverse()]) }
        'rubbish'                    || { it, code -> it.browser.post('/api/auth/oauth/exchange', [code: '\u0001']) }
    }

    def "a page that set a challenge has to meet it"() {
        given:
        def (subject, email) = stranger()
        def verifier = 'a-verifier-that-nobody-else-knows-0123456789'
        def challenge = Base64.urlEncoder.withoutPadding().encodeToString(verifier.digest('SHA-256').decodeHex())
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE&code_challenge=$challenge&code_challenge_method=S256")
        Town.STRANGERS.expect('sunrise', subject, [email: email, email_verified: true])
        def landing = browser.get(Traveller.pathOf(Town.STRANGERS.visit(start.header('location'))))
        def code = Traveller.query(landing.header('location')).code

        expect:
        visitor(1).post('/api/auth/oauth/exchange', [code: code] + shown(verifier)).status == status

        where:
        shown                               || status
        ({ [code_verifier: it] })           || 200
        ({ [code_verifier: it.reverse()] }) || 400
        ({ [:] })                           || 400
    }

    def "tokens come in cookies for who asks for them"() {
        given:
        def (subject, email) = stranger()
        def landing = goAndReturn('sunrise', subject, [email: email, email_verified: true])

        when:
        def answer = browser.post('/api/auth/oauth/exchange', [code: Traveller.query(landing.header('location')).code],
                ['X-Token-Transport': 'cookie', Origin: 'https://beranda.test'])

        then:
        answer.status == 200
        answer.body.csrf_token
        !answer.body.access
        browser.get('/api/me').body.email == email
    }

    def "nobody is sent to a page that is not ours: #page"() {
        when:
        def answer = visitor().get("/api/auth/oauth/sunrise/start?redirect_to=${URLEncoder.encode(page, 'UTF-8')}")

        then:
        answer.status == 400
        answer.body.code == 'redirect_not_allowed'
        !answer.header('location')

        where:
        page << [
            '//evil.test', '/\\evil.test', 'https:evil.test', 'https://beranda.test@evil.test/', 'https://beranda.test.evil.test/',
            'https://evil.test/', 'http://beranda.test/', 'https://beranda.test:8443/', 'javascript:alert(1)', 'data:text/html,x',
            '%2f%2fevil.test', 'https://beranda.test\t.evil.test/', 'https://beranda.test\r\nX: y', 'https://berandа.test/',
            'https://beranda.test/ok/../../evil', 'https://beranda.test//evil.test', 'https://beranda.test/%2e%2e/evil',
            'https://beranda.test\\@evil.test/', 'https://beranda.test/#code', 'HTTPS://BERANDA.TEST/', '/welcome', ' ',
        ]
    }

    def "without a page one is brought home"() {
        given:
        def start = browser.get('/api/auth/oauth/sunrise/start')

        when:
        def answer = browser.get("/api/auth/oauth/sunrise/callback?error=access_denied&state=${Traveller.query(start.header('location')).state}")

        then:
        answer.header('location').startsWith('https://beranda.test/?error=oauth_denied&error_description=')
    }

    def "what is asked of the start has to make sense: #query"() {
        when:
        def answer = visitor().get("/api/auth/oauth/$provider/start?$query")

        then:
        answer.status == status
        answer.body.code == code

        where:
        provider  | query                                                          || status | code
        'sunrise' | 'code_challenge=short'                                         || 422    | 'validation_failed'
        'sunrise' | "code_challenge=${'a' * 43}&code_challenge_method=plain"       || 422    | 'validation_failed'
        'sunrise' | 'state=mine'                                                   || 400    | 'unknown_field'
        'nobody'  | ''                                                             || 404    | 'not_found'
        'No%20-'  | ''                                                             || 404    | 'not_found'
    }

    def "somebody links a provider to their account, and unlinks it again, but never the last way in"() {
        given:
        def person = visitor()
        def account = person.register()
        person.logIn(account)
        def (subject, email) = stranger()
        browser.visitor = person

        when: 'the addresses need not be the same, nor verified'
        def linked = link('sunrise', subject, [email: email, email_verified: false])

        then:
        linked.status == 303
        Traveller.query(linked.header('location')) == [linked: 'sunrise']
        Town.POSTMAN.awaitSubject(account.email, 'new way into your account')

        when:
        def door = person.get('/api/me/identities').body.items.first()

        then:
        comeIn('sunrise', subject, [:]).user.username == account.username

        when:
        def unlinked = person.delete("/api/me/identities/$door.id")

        then:
        unlinked.status == 204
        person.get('/api/me/identities').body.items == []
        person.delete("/api/me/identities/$door.id").status == 404
        Town.POSTMAN.awaitSubject(account.email, 'way into your account was removed')
    }

    def "nobody unlinks what is another's"() {
        given:
        def (subject, email) = stranger()
        def other = visitor()
        other.access = comeIn('sunrise', subject, [email: email, email_verified: true]).access
        def door = other.get('/api/me/identities').body.items.first()
        def person = visitor()
        person.logIn(person.register())

        expect:
        person.delete("/api/me/identities/$door.id").status == 404
        person.delete('/api/me/identities/rubbish').status == 404
        visitor().delete("/api/me/identities/$door.id").status == 401
        other.get('/api/me/identities').body.items == [door]
    }

    def "of two last doors that are closed at once, fifty times over, one stays"() {
        given:
        def (subject, email) = stranger()
        def person = visitor()
        person.access = comeIn('sunrise', subject, [email: email, email_verified: true]).access
        browser = new Traveller(person)
        link('harbour', subject, [:])
        def doors = person.get('/api/me/identities').body.items

        when:
        def answers = Crowd.of(50) { person.at(nodes[it % 2]).delete("/api/me/identities/${doors[it % 2].id}") }

        then:
        doors.size() == 2
        answers.count { it.status == 204 } == 1
        answers.every { it.status in [204, 404, 409] }
        person.get('/api/me/identities').body.items.size() == 1
    }

    def "who has no password gets one by letter, and then may close the door from outside"() {
        given:
        def (subject, email) = stranger()
        def person = visitor()
        person.access = comeIn('sunrise', subject, [email: email, email_verified: true]).access
        def door = person.get('/api/me/identities').body.items.first()

        expect:
        person.delete("/api/me/identities/$door.id").body.code == 'last_way_in'

        when:
        person.post('/api/auth/password/forgot', [email: email])
        def token = Town.POSTMAN.awaitTo(email, 'reset-password').token
        def reset = visitor().post('/api/auth/password/reset', [token: token, password: 'a first password of mine'])
        person.access = visitor(1).post('/api/auth/login', [email: email, password: 'a first password of mine']).body.access

        then:
        reset.status == 204
        person.delete("/api/me/identities/$door.id").status == 204
    }

    def "what opens another account is not linked, and neither is anything for who logged out in between"() {
        given:
        def (subject, email) = stranger()
        comeIn('sunrise', subject, [email: email, email_verified: true])
        def person = visitor()
        def login = person.logIn(person.register())
        browser = new Traveller(person)

        when:
        def taken = link('sunrise', subject, [:])

        then:
        Traveller.query(taken.header('location')).error == 'oauth_linked_elsewhere'

        when:
        def destination = browser.post('/api/auth/oauth/sunrise/link', [redirect_to: PAGE]).body.authorization_url
        Town.STRANGERS.expect('sunrise', "$subject-new", [:])
        def back = Town.STRANGERS.visit(destination)
        person.post('/api/auth/logout', [refresh_token: login.refresh])
        def late = browser.get(Traveller.pathOf(back))

        then:
        Traveller.query(late.header('location')).error == 'oauth_logged_out'
    }

    def "linking wants a login of a quarter of an hour ago at most, a page of ours, and a provider"() {
        given:
        def person = visitor()
        def account = person.register()
        person.logIn(account)

        expect:
        visitor().post('/api/auth/oauth/sunrise/link', [:]).status == 401
        person.post('/api/auth/oauth/nobody/link', [:]).status == 404
        person.post('/api/auth/oauth/sunrise/link', [redirect_to: 'https://evil.test/']).body.code == 'redirect_not_allowed'
        person.post('/api/auth/oauth/sunrise/link', [user_id: 'x']).body.code == 'unknown_field'

        when:
        sql("update session set opened_at = opened_at - interval '16 minutes' where user_id = (select id from app_user where email = '$account.email')")

        then:
        person.post('/api/auth/oauth/sunrise/link', [:]).with { [status, body.code] } == [403, 'login_too_old']
    }

    def "who was shut out stays out, by this door too"() {
        given:
        def (subject, email) = stranger()
        comeIn('sunrise', subject, [email: email, email_verified: true])
        def landing = goAndReturn('sunrise', subject, [:])

        when:
        Town.allow(disabled: true, email)

        then:
        browser.post('/api/auth/oauth/exchange', [code: Traveller.query(landing.header('location')).code]).with { [status, body.code] } == [403, 'account_disabled']
        Traveller.query(goAndReturn('sunrise', subject, [:]).header('location')).error == 'account_disabled'
    }

    def "who turned a second factor on owes it here too"() {
        given:
        def (subject, email) = stranger()
        def person = visitor()
        person.access = comeIn('sunrise', subject, [email: email, email_verified: true]).access
        def phone = new Phone(person.post('/api/auth/mfa/totp', [:]).body.secret)
        assert person.post('/api/auth/mfa/totp/confirm', [code: phone.code()]).status == 200

        when:
        def landing = goAndReturn('sunrise', subject, [:])
        def half = browser.post('/api/auth/oauth/exchange', [code: Traveller.query(landing.header('location')).code])

        then:
        half.status == 200
        half.body.mfa_required
        !half.body.access
        visitor(1).post('/api/auth/login/mfa', [mfa_token: half.body.mfa_token, code: phone.code(1)]).body.user.email == email
    }

    def "who lay in wait in an unconfirmed account finds their door closed once its reader came by letter: #by"() {
        given:
        def (subject, email) = stranger()
        comeIn('harbour', subject, [email: email])

        when:
        come(this, email)

        then:
        Traveller.query(goAndReturn('harbour', subject, [email: email]).header('location')).error == 'oauth_account_exists'

        where:
        by               | come
        'a link'         | { it, address -> it.comeByLink(address) }
        'a new password' | { it, address -> it.resetPassword(address) }
    }

    def "what happened to one's doors can be read"() {
        given:
        def (subject, email) = stranger()
        def person = visitor()
        person.access = comeIn('sunrise', subject, [email: email, email_verified: true]).access
        browser = new Traveller(person)
        link('harbour', subject, [:])
        person.delete("/api/me/identities/${person.get('/api/me/identities').body.items.first().id}")

        expect:
        person.get('/api/me/security-log').body.items*.kind.findAll { it.startsWith('identity.') } == ['identity.unlinked', 'identity.linked', 'identity.introduced']
    }

    def "nothing that is carried on the way is good anywhere else"() {
        given:
        def (subject, email) = stranger()
        def start = browser.get("/api/auth/oauth/sunrise/start?redirect_to=$PAGE")
        def state = Traveller.query(start.header('location')).state
        def landing = goAndReturn('sunrise', subject, [email: email, email_verified: true])
        def code = Traveller.query(landing.header('location')).code
        def login = comeIn('sunrise', subject, [:])

        expect:
        [state, code, key].every { token ->
            visitor().get('/api/me', [Authorization: "Bearer $token".toString()]).status == 401
            && visitor().post('/api/auth/token/refresh', [refresh: token]).status == 401
            && visitor().post('/api/auth/magic-link/login', [token: token]).status == 400
            && visitor().post('/api/auth/password/reset', [token: token, password: 'another password of mine']).status == 400
        }
        [login.access, login.refresh, state, key].every {
            browser.post('/api/auth/oauth/exchange', [code: it]).body.code == 'oauth_code_not_valid'
        }
        [login.access, login.refresh, code, key].every {
            browser.get("/api/auth/oauth/sunrise/callback?code=x&state=$it").body.code == 'oauth_state_not_valid'
        }
    }

    /// Somebody nobody has met.
    List<String> stranger() {
        def subject = 's' + UUID.randomUUID().toString().replace('-', '').substring(0, 12)
        [subject, "${subject}@example.com".toString()]
    }

    Answer goAndReturn(String provider, String subject, Map<String, ?> claims) {
        def start = browser.get("/api/auth/oauth/$provider/start?redirect_to=$PAGE")
        Town.STRANGERS.expect(provider, subject, claims)
        browser.get(Traveller.pathOf(Town.STRANGERS.visit(start.header('location'))))
    }

    Answer link(String provider, String subject, Map<String, ?> claims) {
        def answer = browser.post("/api/auth/oauth/$provider/link", [redirect_to: PAGE])
        assert answer.status == 200: answer
        Town.STRANGERS.expect(provider, subject, claims)
        browser.get(Traveller.pathOf(Town.STRANGERS.visit(answer.body.authorization_url)))
    }

    Map comeIn(String provider, String subject, Map<String, ?> claims) {
        def landing = goAndReturn(provider, subject, claims)
        def code = Traveller.query(landing.header('location')).code
        assert code: landing.header('location')
        def answer = browser.post('/api/auth/oauth/exchange', [code: code])
        assert answer.status == 200: answer
        answer.body
    }

    Visitor visitor(int node, String access) {
        def person = visitor(node)
        person.access = access
        person
    }

    Traveller another() {
        def other = new Traveller(visitor())
        other.get('/api/auth/oauth/sunrise/start')
        other
    }

    String getKey() {
        browser.cookies['__Host-beranda_browser']
    }

    void comeByLink(String email) {
        visitor().post('/api/auth/magic-link', [email: email])
        assert visitor().post('/api/auth/magic-link/login', [token: Town.POSTMAN.awaitTo(email, 'log-in').token]).status == 200
    }

    void resetPassword(String email) {
        visitor().post('/api/auth/password/forgot', [email: email])
        def token = Town.POSTMAN.awaitTo(email, 'reset-password').token
        assert visitor().post('/api/auth/password/reset', [token: token, password: 'a password of my own']).status == 204
    }

    void confirm(String email) {
        assert visitor().post('/api/auth/email/verify', [token: Town.POSTMAN.awaitTo(email, 'confirm-email').token]).status == 200
    }

    List identitiesOf(Map<String, String> account) {
        def person = visitor()
        person.logIn(account)
        person.get('/api/me/identities').body.items
    }

    void age() {
        sql("update voucher set expires_at = expires_at - interval '61 seconds'")
    }

    int accountsOf(String email) {
        count("select count(*) from app_user where email = '$email'")
    }

    int sessionsOf(String email) {
        count("select count(*) from session s join app_user u on u.id = s.user_id where u.email = '$email'")
    }

    int count(String question) {
        database { it.executeQuery(question).with { next(); getInt(1) } }
    }

    void sql(String statement) {
        database { it.execute(statement) }
    }

    private <T> T database(Closure<T> work) {
        def database = Town.sharedDatabase()
        database.connect(database.superuser()).withCloseable { work(it.createStatement()) }
    }
}
