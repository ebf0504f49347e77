package dev.beranda.bootstrap.journey

import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import static dev.beranda.bootstrap.journey.EnumerationIT.IGNORED

/** Where it is told to nobody but the reader of an address that it has an account: nor by what comes after. Two nodes, limits on. */
class HiddenAccountsIT extends Specification {

    static final PASSWORD = 'empat kata tanpa kaitan'

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @Shared
    @AutoCleanup
    Postman postman = new Postman()

    @Shared
    List<Town.Node> nodes

    def setupSpec() {
        def settings = postman.settings + [BERANDA_HIDE_EXISTING_ACCOUNTS: 'on', BERANDA_RATE_LIMITS: 'on', BERANDA_TRUSTED_PROXIES: '127.0.0.1']
        nodes = [1, 2].collect { Town.open(database, settings) }
    }

    def cleanupSpec() {
        nodes.each { Town.close(it) }
    }

    def "whatever is asked next, a taken address is answered as a free one, to the byte"() {
        given:
        open('owner@example.com', 'owner')
        def reader = visitor()
        open('reader@example.com', 'reader')
        reader.access = reader.post('/api/auth/login', [username: 'reader', password: PASSWORD]).body.access

        when:
        def taken = whatFollows('owner@example.com', 'chosen-1', reader, '198.51.100.1')
        def free = whatFollows('nobody@example.com', 'chosen-2', reader, '198.51.100.2')

        then:
        taken == free
        taken.registered[0] == 202
        taken.profile[0] == 404
        taken.'the name again'[0] == 409
        taken.'by the address'*.get(0).toSet() == [401] as Set
        taken.'by the name, until it is too much'*.get(0).countBy { it }.keySet() == [401, 429] as Set

        and: "their readers alone are told, and only what they need to know"
        postman.awaitSubject('owner@example.com', /(?i)already/)
        postman.to('owner@example.com').findAll { it.page == 'confirm-email' }.size() == 1
        postman.awaitTo('nobody@example.com', 'confirm-email')
        postman.to('nobody@example.com')*.page.toSet() == ['confirm-email', 'change-email'] as Set
    }

    def "the account is there when its letter is read, on either node: by the #how"() {
        given:
        def guest = visitor()
        guest.post('/api/auth/register', form("$how@example.com", "by-$how"), from('198.51.100.3'))
        def mail = postman.awaitTo("$how@example.com", 'confirm-email')

        expect:
        guest.post('/api/auth/login', [username: "by-$how", password: PASSWORD]).status == 401
        guest.at(nodes[1].uri).post('/api/auth/email/verify', proof("$how@example.com", mail)).status == 200
        guest.post('/api/auth/email/verify', proof("$how@example.com", mail)).body.code == 'ticket_not_valid'

        when:
        def login = guest.post('/api/auth/login', [username: "by-$how", password: PASSWORD])

        then:
        login.body.user.email_verified
        guest.get("/api/users/by-$how").body.username == "by-$how"
        guest.post('/api/auth/register', form("else-$how@example.com", "BY-$how"), from('198.51.100.3')).body.code == 'username_taken'

        where:
        how    | proof
        'link' | { _, letter -> [token: letter.token] }
        'code' | { address, letter -> [email: address, code: letter.code] }
    }

    def "of an account nothing is changed by who signs up with its address"() {
        given:
        open('before@example.com', 'before')
        def other = form('before@example.com', 'before-2') + [password: 'lima kata lain sama sekali']

        when:
        visitor().post('/api/auth/register', other, from('198.51.100.6'))
        postman.awaitSubject('before@example.com', /(?i)already/)

        then:
        visitor().post('/api/auth/login', [email: other.email, password: PASSWORD], from('198.51.100.6')).body.user.username == 'before'
        visitor().post('/api/auth/login', [email: other.email, password: other.password], from('198.51.100.6')).status == 401
    }

    def "whoever lost the letter has it sent again"() {
        given:
        visitor().post('/api/auth/register', form('lost@example.com', 'lost'), from('198.51.100.4'))
        def first = postman.awaitTo('lost@example.com', 'confirm-email')

        when:
        visitor().post('/api/auth/email/verify/resend', [email: 'lost@example.com'], from('198.51.100.4'))

        then:
        postman.awaitTo('lost@example.com', 'confirm-email', 2).token == first.token
        visitor().post('/api/auth/email/verify', [token: first.token]).status == 200
    }

    def "of fifty who want one name at once, with an address each, one may; of fifty who read one letter at once, one has an account"() {
        when:
        def answers = Crowd.of(50) { i ->
            visitor(i % 2).post('/api/auth/register', form("crowd$i@example.com", 'crowd'), from("203.0.113.$i"))
        }
        def lucky = answers.findIndexOf { it.status == 202 }

        then:
        answers.count { it.status == 202 } == 1
        answers.findAll { it.status != 202 }.every { it.status in [409, 503] }

        when:
        def mail = postman.awaitTo("crowd$lucky@example.com", 'confirm-email')
        def read = Crowd.of(50) { i -> visitor(i % 2).post('/api/auth/email/verify', [token: mail.token]) }

        then:
        read.count { it.status == 200 } == 1
        read.count { it.status == 400 } == 49
    }

    def "no mailbox is filled by who signs up again and again, and they are not told"() {
        when:
        def answers = (1..8).collect { i -> visitor().post('/api/auth/register', form('flood@example.com', "flood-$i"), from('198.51.100.5')) }
        postman.awaitTo('flood@example.com', 'confirm-email', 5)
        open('after@example.com', 'after')

        then:
        answers*.status == [202] * 8
        postman.to('flood@example.com').size() == 5
    }

    /** Everything within reach of who does not read the mail. */
    private Map<String, Object> whatFollows(String address, String name, Visitor reader, String place) {
        def guest = visitor()
        def at = from(place)
        def told = { Answer answer -> [answer.status, answer.text.replace(answer.text ? answer.body?.request_id ?: '\0' : '\0', 'ID').replace(name, 'NAME'),
                answer.allHeaders().findAll { header, _ -> !(header in IGNORED + ['ratelimit', 'retry-after']) }] }
        [
            registered                         : told(guest.post('/api/auth/register', form(address, name), at)),
            profile                            : told(guest.get("/api/users/$name")),
            following                          : told(reader.post("/api/users/$name/follow", [:])),
            posts                              : told(guest.get("/api/posts?author=$name")),
            feed                               : told(guest.get("/feed.xml?author=$name")),
            'the name again'                   : told(guest.post('/api/auth/register', form("other-$name@example.com", name), at)),
            'the address again'                : told(guest.post('/api/auth/register', form(address, "$name-too"), at)),
            'forgotten'                        : told(guest.post('/api/auth/password/forgot', [email: address], at)),
            'a link'                           : told(guest.post('/api/auth/magic-link', [email: address], at)),
            'the letter again'                 : told(guest.post('/api/auth/email/verify/resend', [email: address], at)),
            'digits'                           : told(guest.post('/api/auth/email/verify', [email: address, code: '123456'], at)),
            'another address'                  : told(reader.post('/api/me/email', [email: address, password: PASSWORD])),
            'by the address'                   : (1..3).collect { told(guest.post('/api/auth/login', [email: address, password: 'tiga kata tanpa kaitan'], at)) },
            'by the name, until it is too much': (1..12).collect { told(guest.post('/api/auth/login', [username: name, password: PASSWORD], at)) },
        ]
    }

    private void open(String address, String name) {
        visitor().post('/api/auth/register', form(address, name), from('198.51.100.9'))
        assert visitor().post('/api/auth/email/verify', [token: postman.awaitTo(address, 'confirm-email').token]).status == 200
    }

    private Visitor visitor(int node = 0) {
        new Visitor(nodes[node].uri, JourneySpecification.description(nodes[0].uri))
    }

    private static Map<String, String> form(String address, String name) {
        [email: address, username: name, password: PASSWORD]
    }

    private static Map<String, String> from(String address) {
        ['X-Forwarded-For': address]
    }
}
