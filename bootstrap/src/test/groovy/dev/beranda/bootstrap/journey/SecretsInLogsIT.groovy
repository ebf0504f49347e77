package dev.beranda.bootstrap.journey

import dev.beranda.postgres.TestDatabase
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The packaged server, saying all it has to say: every line can be read by a machine, and in none of them is a secret. */
class SecretsInLogsIT extends Specification {

    static final ADMIN = [email: 'admin@example.com', password: 'canary admin words unrelated']
    static final SMTP_PASSWORD = 'canary-smtp-8d2f6a'
    static final SECRET_KEY = Base64.encoder.encodeToString((0..31).collect { (byte) (it * 37 + 11 ^ it << 3) } as byte[])
    static final PACKAGED = new File('target/beranda/beranda.jar')

    @Shared
    TestDatabase database = TestDatabase.fresh()

    @Shared
    @TempDir
    Path folder

    @Shared
    URI server = URI.create("http://127.0.0.1:${new ServerSocket(0).withCloseable { it.localPort }}")

    @Shared
    Process process = launch()

    def cleanupSpec() {
        process.destroy()
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor()
        }
        database.close()
    }

    def "a day in the house, and nothing of it that opens a door is in the logs"() {
        given:
        awaitReady()
        def guest = new Visitor(server, JourneySpecification.description(server))
        def secrets = [ADMIN.password, SMTP_PASSWORD, SECRET_KEY, database.runtime().password(), database.owner().password()]

        when: "somebody registers, errs, comes in, stays, and chooses another password"
        def account = guest.register(password: 'canary first words of mine')
        secrets << account.password << 'canary wrong words' << 'canary other words of mine' << 'canary third words of mine'
        def confirm = Town.POSTMAN.awaitTo(account.email, 'confirm-email')
        secrets << confirm.token << confirm.code
        guest.post('/api/auth/email/verify', [token: confirm.token])
        def wrong = guest.post('/api/auth/login', [email: account.email, password: 'canary wrong words'])
        def login = guest.logIn(account)
        def refreshed = guest.post('/api/auth/token/refresh', [refresh: login.refresh]).body
        secrets << login.access << login.refresh << refreshed.access << refreshed.refresh
        def changed = guest.post('/api/auth/password/change', [current_password: account.password, password: 'canary other words of mine'])

        and: "forgets it, and says so by the wrong ways too"
        guest.post('/api/auth/password/forgot', [email: account.email])
        def letter = Town.POSTMAN.awaitTo(account.email, 'reset-password')
        secrets << letter.token << letter.code
        guest.postRaw('/api/auth/password/reset', "{\"token\":\"$letter.token\",\"password\":\"canary third words of mine\",".bytes)
        guest.post('/api/auth/password/reset', [token: letter.token, password: 'canary third words of mine', x: letter.token])
        guest.get("/api/me?access_token=$login.access&password=canary%20third%20words%20of%20mine", [Authorization: "Bearer x$login.access"])
        def reset = guest.post('/api/auth/password/reset', [token: letter.token, password: 'canary third words of mine'])

        and: "and comes in by cookie, and goes"
        def browser = new Browser(guest)
        def byCookie = browser.logIn(account + [password: 'canary third words of mine'])
        secrets.addAll(browser.cookies.values())
        secrets << browser.csrfToken
        browser.refresh()
        secrets.addAll(browser.cookies.values())
        secrets << browser.csrfToken
        browser.send('POST', '/api/auth/logout', Browser.COOKIE_MODE + ['X-CSRF-Token': 'wrong'])
        def left = browser.logOut()

        then:
        [wrong, changed, reset, byCookie, left]*.status == [401, 204, 204, 200, 204]
        secrets.every { it }

        when:
        process.destroy()
        process.waitFor(60, TimeUnit.SECONDS)
        def lines = log().readLines()
        def events = lines.findAll { it.startsWith('{') }.collect { new JsonSlurper().parseText(it) as Map }

        then: "all of it can be read by a machine, but what greets who started it"
        lines.findAll { !it.startsWith('{') }.every { it == 'Beranda is ready' || it == 'Ctrl-C stops it.' || it ==~ /  (API|Documentation|Data) +\S.*/ }
        events.every { it.timestamp && it.level && it.loggerName && it.containsKey('formattedMessage') }

        and: "what happened is there, and under which request"
        ['Somebody signed up', 'A login failed', 'Somebody logged in', 'Somebody changed their password', 'Somebody reset their password'].every { said ->
            events.any { it.formattedMessage == said && it.mdc.request_id }
        }
        events.count { it.loggerName == 'dev.beranda.access' } > 12

        and: "and no secret, whole or in part, however spelt"
        secrets.every { secret ->
            [secret, secret.take(24), URLEncoder.encode(secret, 'UTF-8'), secret.replace(' ', '%20'), secret.bytes.encodeBase64().toString()].every {
                assert !log().contains(it)
                true
            }
        }
    }

    private Process launch() {
        def builder = new ProcessBuilder(
                "${System.getProperty('java.home')}/bin/java", '-Xmx360m', '--enable-native-access=ALL-UNNAMED',
                '--sun-misc-unsafe-memory-access=allow', '-cp', PACKAGED.absolutePath, 'dev.beranda.bootstrap.Beranda')
        builder.redirectErrorStream(true).redirectOutput(folder.resolve('log').toFile())
        builder.environment().keySet().removeIf { it.startsWith('BERANDA_') }
        builder.environment() << Town.POSTMAN.settings << [
            BERANDA_HTTP_PORT             : server.port.toString(),
            BERANDA_DATA_DIR              : folder.resolve('data').toString(),
            BERANDA_DATABASE_URL          : Town.address(database, database.runtime()),
            BERANDA_DATABASE_MIGRATION_URL: Town.address(database, database.owner()),
            BERANDA_SMTP_URL              : Town.POSTMAN.settings.BERANDA_SMTP_URL.replace('//', "//porch:$SMTP_PASSWORD@"),
            BERANDA_PUBLIC_URL            : 'https://beranda.test',
            BERANDA_RATE_LIMITS           : 'off',
            BERANDA_SECRET_KEY            : SECRET_KEY,
            BERANDA_ADMIN_EMAIL           : ADMIN.email,
            BERANDA_ADMIN_PASSWORD        : ADMIN.password,
            BERANDA_LOG_FORMAT            : 'json',
            BERANDA_LOG_LEVEL             : 'debug',
            BERANDA_ACCESS_LOG            : 'on',
        ].collectEntries { [it.key, it.value.toString()] }
        builder.start()
    }

    private void awaitReady() {
        def end = System.nanoTime() + 120_000_000_000L
        while (!log().contains('Beranda is ready')) {
            assert process.alive && System.nanoTime() < end: log()
            sleep(100)
        }
    }

    private String log() {
        Files.readString(folder.resolve('log'))
    }
}
