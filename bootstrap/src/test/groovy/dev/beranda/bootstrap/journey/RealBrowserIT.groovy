package dev.beranda.bootstrap.journey

import com.sun.net.httpserver.HttpServer
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Shared
import spock.lang.Specification

/** What only a browser can show: that ours and its idea of a standard are one. */
@IgnoreIf(value = { Chromium.missing }, reason = 'no Chromium on this machine: install it, or name one by BERANDA_TEST_BROWSER')
class RealBrowserIT extends Specification {

    static final PASSWORD = 'four words of mine'

    /** A page of an application on another origin, as small as can be. */
    static final String PAGE = '''<!doctype html>
        <meta charset="utf-8"><title>An application</title>
        <form><input id="name" autocomplete="username webauthn"></form>
        <script>
          let access;

          async function call(path, body) {
            const response = await fetch(API + path, {
              method: 'POST',
              headers: { 'Content-Type': 'application/json', ...(access ? { Authorization: `Bearer ${access}` } : {}) },
              body: JSON.stringify(body),
            });
            const answer = response.status === 204 ? {} : await response.json();
            access = answer.access || access;
            return { status: response.status, ...answer };
          }

          async function makePasskey(name) {
            const options = await call('/api/auth/passkeys/register/options', {});
            const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
            return call('/api/auth/passkeys/register', { ...made.toJSON(), name });
          }

          async function comeIn(mediation) {
            const options = await call('/api/auth/passkeys/login/options', {});
            const used = await navigator.credentials.get({ mediation,
              publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
            return call('/api/auth/passkeys/login', used.toJSON());
          }
        </script>'''

    @Shared
    @AutoCleanup
    Postman postman = new Postman()

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @Shared
    Town.Node node

    @Shared
    HttpServer application

    @Shared
    String site

    @Shared
    String pages

    @AutoCleanup
    Chromium browser = new Chromium()

    def guest = new Visitor(node.uri, JourneySpecification.description(node.uri))
    def account = guest.register()

    def setupSpec() {
        def port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        site = "http://localhost:$port"
        application = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
        application.createContext('/') { exchange ->
            def page = PAGE.replace('API', "'$site'").bytes
            exchange.responseHeaders.add('Content-Type', 'text/html')
            exchange.sendResponseHeaders(200, page.length)
            exchange.responseBody.withCloseable { it.write(page) }
        }
        application.start()
        pages = "http://localhost:$application.address.port"
        node = Town.open(database, postman.settings + [
                BERANDA_HTTP_PORT: port as String, BERANDA_PUBLIC_URL: site, BERANDA_ALLOWED_ORIGINS: pages])
    }

    def cleanupSpec() {
        application?.stop(0)
        node && Town.close(node)
    }

    def "a browser makes a passkey and comes in by it, asked for aloud or offered in the field for the name: #mediation"() {
        given:
        def device = browser.plugIn()
        browser.open(pages)
        browser.evaluate("call('/api/auth/login', ${JsonOutput.toJson([email: account.email, password: account.password])})")

        when:
        def made = browser.evaluate("makePasskey('A real browser')")

        then:
        made.status == 201
        made.name == 'A real browser'
        browser.keysOn(device)*.rpId == ['localhost']
        browser.keysOn(device)*.isResidentCredential == [true]

        when: "the page is opened anew, and nobody is known there"
        browser.open("$pages/again")
        def came = browser.evaluate("comeIn('$mediation')")

        then:
        came.status == 200
        came.user.username == account.username
        browser.keysOn(device)*.signCount.first() >= 1

        where:
        mediation << ['optional', 'conditional']
    }

    def "a second passkey for the same account is not made on the same device"() {
        given:
        browser.plugIn()
        browser.open(pages)
        browser.evaluate("call('/api/auth/login', ${JsonOutput.toJson([email: account.email, password: account.password])})")
        browser.evaluate("makePasskey('The first')")

        expect:
        browser.evaluate("makePasskey('The second').catch(fault => fault.name)") == 'InvalidStateError'
    }

    def "to open a link does nothing, its button does what it says: #page"() {
        given:
        guest.logIn(account)
        prepare(this)

        when:
        follow(page, address(account.email))

        then:
        !isDone(this)

        when:
        browser.press('#button')
        browser.await("document.querySelector('#outcome .good')")

        then:
        isDone(this)
        browser.evaluate('location.hash') == ''
        browser.evaluate("document.querySelector('#outcome').innerText") =~ said

        where:
        page                | address       || said                          | prepare                     | isDone
        'confirm-email'     | { it }        || /address is confirmed/        | { }                         | { it.login().email_verified }
        'change-email'      | { "new-$it" } || /has this address now/        | { it.wantAnotherAddress() } | { it.login().email.startsWith('new-') }
        'undo-email-change' | { it }        || /former address/              | { it.move() }               | { it.isOut() }
        'refuse-stranger'   | { it }        || /Everybody is logged out/     | { it.comeInWithAnother() }  | { it.isOut() }
        'keep-account'      | { it }        || /account is kept/             | { it.leave() }              | { it.login() != null }
    }

    def "its button sets a new password, once it is good enough"() {
        given:
        visitor().post('/api/auth/password/forgot', [email: account.email])
        follow('reset-password')

        when:
        browser.type('#password', 'password')
        browser.press('#button')
        browser.await("document.querySelector('#outcome .bad')")
        browser.evaluate("document.querySelector('#password').value = ''")
        browser.type('#password', PASSWORD)
        browser.press('#button')
        browser.await("document.querySelector('#outcome .good')")

        then:
        visitor().logIn(account + [password: PASSWORD]).access
    }

    def "its button lets one in by cookies that no script can read, after the second factor where there is one: #factor"() {
        given:
        visitor().post('/api/auth/email/verify', [token: postman.awaitTo(account.email, 'confirm-email').token])
        def paper = factor ? turnOnSecondFactor() : []
        visitor().post('/api/auth/magic-link', [email: account.email])
        follow('log-in')

        when:
        browser.press('#button')
        if (factor) {
            browser.type('#code', paper[0])
            browser.press('#button')
        }
        browser.await("document.querySelector('#outcome .good')?.innerText")

        then:
        browser.evaluate("fetch('/api/me').then(answer => answer.json())").username == account.username
        browser.evaluate('document.cookie') == ''
        browser.evaluate("document.querySelector('#outcome a').href") == "$site/"

        where:
        factor << [false, true]
    }

    def "a link that was used says so"() {
        given:
        def mail = postman.awaitTo(account.email, 'confirm-email')
        visitor().post('/api/auth/email/verify', [token: mail.token])

        when:
        follow('confirm-email')
        browser.press('#button')
        browser.await("document.querySelector('#outcome .bad')")

        then:
        browser.evaluate("document.querySelector('#outcome').innerText") =~ /(?i)link/
    }

    Map login() {
        visitor().post('/api/auth/login', [username: account.username, password: account.password]).body.user
    }

    void wantAnotherAddress() {
        assert guest.post('/api/me/email', [email: "new-$account.email".toString(), password: account.password]).status == 202
    }

    void move() {
        wantAnotherAddress()
        assert visitor().post('/api/auth/email/change', [token: postman.awaitTo("new-$account.email", 'change-email').token]).status == 200
        guest.logIn(account)
    }

    void comeInWithAnother() {
        visitor().post('/api/auth/email/verify', [token: postman.awaitTo(account.email, 'confirm-email').token])
        visitor().logIn(account, ['User-Agent': SecurityLogIT.FIREFOX])
    }

    boolean isOut() {
        guest.get('/api/me').status == 401
    }

    void leave() {
        assert guest.send('DELETE', '/api/me', JsonOutput.toJson([password: account.password]).bytes,
                ['Content-Type': 'application/json']).status == 202
    }

    private Visitor visitor() {
        new Visitor(node.uri, JourneySpecification.description(node.uri))
    }

    private void follow(String page, Object address = account.email) {
        browser.open("$site/links/$page#${postman.awaitTo(address as String, page).token}")
    }

    private List<String> turnOnSecondFactor() {
        guest.logIn(account)
        def phone = new Phone(guest.post('/api/auth/mfa/totp', [:]).body.secret)
        guest.post('/api/auth/mfa/totp/confirm', [code: phone.code()]).body.recovery_codes
    }
}
