package dev.beranda.bootstrap.journey

import dev.beranda.bootstrap.House
import dev.beranda.bootstrap.settings.Settings
import dev.beranda.bootstrap.settings.SettingsException
import groovy.json.JsonOutput
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** A house with its own PostgreSQL: what a newcomer gets, and what it survives. */
class OwnDatabaseIT extends Specification {

    @TempDir
    Path folder

    House house
    URI server
    Visitor guest

    def setup() {
        open()
    }

    def cleanup() {
        house.close()
    }

    def "a second start finds everything again: people, sessions, keys"() {
        given:
        def account = guest.register()
        def login = guest.logIn(account)
        def ended = guest.logIn(account)
        guest.post('/api/auth/logout', [refresh_token: ended.refresh])

        when:
        house.close()
        open()
        guest.access = login.access

        then:
        guest.get('/api/me').status == 200
        guest.post('/api/auth/token/refresh', [refresh: login.refresh]).status == 200
        guest.post('/api/auth/token/refresh', [refresh: ended.refresh]).status == 401
        guest.post('/api/auth/token/verify', [token: ended.access]).status == 401
        guest.logIn(account)
    }

    def "the database is killed in the middle: refused in good form, and back by itself without losing anything"() {
        given:
        def account = guest.register()
        def login = guest.logIn(account)

        when:
        ProcessHandle.of(postmaster()).get().destroyForcibly()
        def during = (1..5).collect { guest.post('/api/auth/login', [username: account.username, password: account.password]) }

        then:
        during.every { it.status in [200, 503] }
        during.findAll { it.status == 503 }.every { it.header('retry-after') && it.body.code == 'unavailable' }
        guest.get('/health/liveness').status == 200

        and:
        eventually { guest.post('/api/auth/login', [username: account.username, password: account.password]).status == 200 }
        eventually { guest.get('/health/readiness').status == 200 }
        guest.post('/api/auth/token/refresh', [refresh: login.refresh]).status == 200
    }

    def "the database stands still: answers are not waited for without end, nobody is let in on old news, and it goes on after"() {
        given:
        def account = guest.register()
        guest.logIn(account)
        def stopped = family(postmaster())

        when:
        signal('STOP', stopped)
        sleep(1500)
        def me = guest.get('/api/me')
        def login = guest.post('/api/auth/login', [username: account.username, password: account.password])

        then:
        me.status == 503
        login.status == 503
        login.header('retry-after')
        guest.get('/health/liveness').status == 200
        guest.get('/health/readiness').status == 503

        cleanup:
        signal('CONT', stopped)
        eventually { guest.get('/api/me').status == 200 }
        eventually { guest.post('/api/auth/login', [username: account.username, password: account.password]).status == 200 }
    }

    def "letters stay in the house, in a mailbox that outlives a start, and every letter can be looked at before"() {
        given:
        def account = guest.register()

        when:
        eventually { guest.get('/dev/mailbox.json').body.items.any { it.to == [account.email] } }
        def letter = guest.get('/dev/mailbox.json').body.items.first()

        then:
        letter.to == [account.email]
        letter.subject =~ /(?i)confirm/
        letter.keySet() == ['to', 'subject', 'text', 'html', 'at'] as Set
        letter.text.contains('/links/confirm-email#')
        letter.html.toLowerCase().startsWith('<!doctype html>')
        guest.get('/dev/mailbox').type == 'text/html'
        guest.get('/dev/mailbox.js').type == 'text/javascript'
        guest.get('/dev/letters').status == 200

        and: "for nobody whom somebody speaks for"
        ['X-Forwarded-For': '203.0.113.7', Forwarded: 'for=203.0.113.7', Via: '1.1 example'].every { name, value ->
            ['/dev/mailbox', '/dev/mailbox.json', '/dev/mailbox.js', '/dev/letters', '/dev/letters.json'].every {
                guest.get(it, [(name): value]).status == 404
            }
        }

        when:
        def (english, indonesian) = ['en', 'id'].collect { guest.get("/dev/letters.json?lang=$it").body.items }

        then:
        english.size() > 10
        english.every { it.subject && it.text && it.html }
        [english*.subject, indonesian*.subject].transpose().every { en, id -> en != id }
        [english*.text, indonesian*.text].transpose().every { en, id -> en != id }

        when:
        house.close()
        open(BERANDA_ERASURE_GRACE: '0')

        then:
        guest.get('/dev/mailbox.json').body.items == [letter]

        when: "somebody leaves, and somebody stays"
        def other = guest.register()
        eventually { guest.get('/dev/mailbox.json').body.items*.to == [[other.email], [account.email]] }
        guest.logIn(account)
        guest.send('DELETE', '/api/me', JsonOutput.toJson([password: account.password]).bytes, ['Content-Type': 'application/json'])

        then:
        eventually { guest.get('/dev/mailbox.json').body.items*.to == [[other.email]] }
    }

    def "a house that the world calls by a name has no mailbox: letters wait"() {
        when:
        house.close()
        open(BERANDA_PUBLIC_URL: 'https://example.com')
        guest.register()

        then:
        ['/dev/mailbox', '/dev/mailbox.json', '/dev/letters'].every { guest.get(it).status == 404 }
        !new File(folder.toFile(), 'mailbox').exists()
    }

    def "the operator's first administrator is there, and comes in"() {
        when:
        house.close()
        open(BERANDA_ADMIN_EMAIL: 'admin@example.com', BERANDA_ADMIN_PASSWORD: 'four entirely unrelated words')

        then:
        guest.post('/api/auth/login', [email: 'admin@example.com', password: 'four entirely unrelated words']).body.user.role == 'admin'
    }

    def "what the operator asks for and cannot be is said in one line"() {
        given:
        house.close()

        when:
        open(wrong)

        then:
        def refusal = thrown(SettingsException)
        refusal.message.contains(names)
        refusal.message.readLines().size() == 1

        where:
        wrong                                                                    || names
        [BERANDA_SECRET_KEY: 'changeme']                                         || 'BERANDA_SECRET_KEY'
        [BERANDA_ADMIN_EMAIL: 'x', BERANDA_ADMIN_PASSWORD: 'four entirely unrelated words'] || 'BERANDA_ADMIN_EMAIL'
        [BERANDA_ADMIN_EMAIL: 'a@b.test', BERANDA_ADMIN_PASSWORD: 'short']       || 'BERANDA_ADMIN_PASSWORD'
        [BERANDA_ALLOWED_ORIGINS: '*']                                           || 'BERANDA_ALLOWED_ORIGINS'
        [BERANDA_TRUSTED_PROXIES: '300.1.1.1']                                   || 'BERANDA_TRUSTED_PROXIES'
    }

    private void open(Map<String, String> settings = [:]) {
        house = new House(Settings.read([
            BERANDA_DATA_DIR: folder.toString(), BERANDA_HTTP_PORT: '0', BERANDA_RATE_LIMITS: 'off'] + settings))
        server = house.open()
        guest = new Visitor(server, JourneySpecification.description(server))
    }

    private long postmaster() {
        Files.readAllLines(folder.resolve('postgres/cluster/postmaster.pid')).first().toLong()
    }

    private static List<Long> family(long pid) {
        [pid] + ProcessHandle.of(pid).get().descendants().map { it.pid() }.toList()
    }

    private static void signal(String name, List<Long> processes) {
        new ProcessBuilder(['kill', "-$name".toString()] + processes*.toString()).start().waitFor(5, TimeUnit.SECONDS)
    }

    private static void eventually(Closure<?> condition) {
        def end = System.nanoTime() + 20_000_000_000L
        while (!condition() && System.nanoTime() < end) {
            sleep(100)
        }
        assert condition()
    }
}
