package dev.beranda.bootstrap.journey

import dev.beranda.application.credential.AskForNewAddress
import dev.beranda.application.credential.BeginSignUp
import dev.beranda.application.credential.LogIn
import dev.beranda.application.credential.ResetPassword
import dev.beranda.application.factor.BeginPasskeyLogIn
import dev.beranda.application.letter.AskForLetter
import dev.beranda.postgres.TestDatabase
import java.util.concurrent.atomic.AtomicInteger
import org.jooq.impl.DSL
import spock.lang.Shared
import spock.lang.Specification

/** Attempts are counted by name and by address, over both nodes together, and nobody can choose what they are counted by. */
class LimitsIT extends Specification {

    /** Attempts that come back while the test takes its time. */
    private static final int FLOWING_BACK = 10

    private static final AtomicInteger ADDRESSES = new AtomicInteger()

    @Shared
    TestDatabase database = TestDatabase.fresh()

    @Shared
    List<Town.Node> town = [1, 2].collect {
        Town.open(database, Town.POSTMAN.settings + [BERANDA_RATE_LIMITS: 'on', BERANDA_TRUSTED_PROXIES: '127.0.0.1'])
    }

    @Shared
    Description description = JourneySpecification.description(town[0].uri)

    def account = visitor(0).post('/api/auth/register', person(), from(freshAddress())).body.user

    def cleanupSpec() {
        town.each { Town.close(it) }
        database.close()
    }

    def "a name takes so many wrong passwords, on both nodes together and from wherever, and then even the right one waits"() {
        when:
        def answers = (1..LogIn.PER_NAME.attempts() + 2).collect {
            logIn(it % 2, account.username, 'wrong', from(freshAddress()))
        }

        then:
        answers*.status == [401] * LogIn.PER_NAME.attempts() + [429, 429]
        with(answers.last()) {
            body.code == 'rate_limited'
            header('retry-after').toInteger() in 1..LogIn.PER_NAME.period().toSeconds()
            header('ratelimit-policy') == '"log-in-name";q=10;w=300'
            header('ratelimit').startsWith('"log-in-name";r=0;t=')
        }
        logIn(0, account.username, 'three unrelated words', from(freshAddress())).status == 429
        logIn(1, account.username.toUpperCase(), 'three unrelated words', from(freshAddress())).status == 429

        and: "nobody learns which name is of the same account"
        logIn(1, account.email, 'wrong', from(freshAddress())).status == 401
    }

    def "an address takes so many wrong names, however it dresses up"() {
        given:
        def address = freshAddress()
        def disguises = [
            { from(address) },
            { from("::ffff:$address") },
            { from("198.51.100.77, $address") },
            { from(address) + ['X-Real-IP': freshAddress(), 'CF-Connecting-IP': freshAddress(), 'True-Client-IP': freshAddress()] },
        ]

        when:
        def answers = (0..LogIn.PER_ADDRESS.attempts() + FLOWING_BACK).collect { i ->
            logIn(i % 2, "nobody$i", 'wrong', disguises[i % disguises.size()]())
        }

        then:
        answers.take(LogIn.PER_ADDRESS.attempts())*.status.toSet() == [401] as Set
        answers.any { it.status == 429 }
        logIn(0, account.username, 'three unrelated words', from(freshAddress())).status == 200
    }

    def "an IPv6 network is one address"() {
        when:
        def answers = (0..LogIn.PER_ADDRESS.attempts() + FLOWING_BACK).collect { i ->
            logIn(0, "nobody$i", 'wrong', from("2001:db8:1:2::${Integer.toHexString(i + 1)}"))
        }

        then:
        answers.any { it.status == 429 }
        logIn(0, 'nobody', 'wrong', from('2001:db8:1:3::1')).status == 401
    }

    def "a burst in parallel gains nothing, and the right password in the middle of it is not found out"() {
        when:
        def answers = Crowd.of(100) { i ->
            logIn(i % 2, account.username, i == 75 ? 'three unrelated words' : "wrong $i", from(freshAddress()))
        }

        then:
        answers.count { it.status == 401 } <= LogIn.PER_NAME.attempts() + 1
        answers.count { it.status == 200 } <= 1
        [200, 401, 429, 503].containsAll(answers*.status)
    }

    def "who is in stays in while somebody else uses their attempts up"() {
        given:
        def login = logIn(0, account.username, 'three unrelated words', from(freshAddress())).body
        (LogIn.PER_NAME.attempts() + 1).times { logIn(1, account.username, 'wrong', from(freshAddress())) }

        expect:
        visitor(1).get('/api/me', [Authorization: "Bearer $login.access"]).status == 200
        visitor(1).post('/api/auth/token/refresh', [refresh: login.refresh]).status == 200
    }

    def "who logged in from where they are comes in there, whoever used their name up elsewhere, on both nodes"() {
        given:
        def home = freshAddress()
        assert logIn(0, account.username, 'three unrelated words', from(home)).status == 200
        useUp(account.username)

        expect:
        logIn(0, account.username, 'three unrelated words', from(freshAddress())).status == 429
        [0, 1].collect { logIn(it, account.username, 'three unrelated words', from(home)).status } == [200, 200]
    }

    def "that it is so there is told to nobody who does not know the password"() {
        given:
        def home = freshAddress()
        def nobody = "nobody-${freshAddress()}".toString()
        assert logIn(0, account.username, 'three unrelated words', from(home)).status == 200
        [account.username, nobody].each { useUp(it) }

        when:
        def known = (1..8).collect { i -> timed { logIn(i % 2, account.username, 'wrong', from(home)) } }
        def strange = (1..8).collect { i -> timed { logIn(i % 2, account.username, 'wrong', from(freshAddress())) } }
        def unheardOf = (1..8).collect { i -> timed { logIn(i % 2, nobody, 'wrong', from(home)) } }
        def all = known + strange + unheardOf

        then:
        all.collect { answer, millis -> [answer.status, answer.body.findAll { it.key != 'request_id' }] }.toSet().size() == 1
        all.collect { answer, millis -> answer.header('ratelimit-policy') }.toSet() == ['"log-in-name";q=10;w=300'] as Set
        all.every { answer, millis -> answer.header('ratelimit').startsWith('"log-in-name";r=0;t=') && answer.header('retry-after').toInteger() in 1..30 }

        and: "nor by how long it takes, as far as the machine is quiet"
        [strange, unheardOf].every { (least(it) - least(known)).abs() < 50 }
        least(strange) >= 90

        and: "and the right one still opens"
        logIn(1, account.username, 'three unrelated words', from(home)).status == 200
    }

    def "and even there so often only"() {
        given:
        def home = freshAddress()
        assert logIn(0, account.username, 'three unrelated words', from(home)).status == 200
        useUp(account.username)

        when:
        (LogIn.PER_FAMILIAR_NETWORK.attempts() + 1).times { logIn(it % 2, account.username, 'wrong', from(home)) }

        then:
        logIn(0, account.username, 'three unrelated words', from(home)).status == 429
    }

    def "accounts are not opened by the hundred from one address"() {
        given:
        def address = freshAddress()

        when:
        def answers = (0..20).collect { visitor(it % 2).post('/api/auth/register', person(), from(address)) }

        then:
        answers*.status == [201] * 20 + [429]

        and: "which is told alike to who may ask again by a key"
        def keyed = visitor(0).post('/api/auth/register', person(), from(address) + ['Idempotency-Key': UUID.randomUUID().toString()])
        keyed.status == 429
        ['retry-after', 'ratelimit', 'ratelimit-policy'].every { keyed.header(it) && answers.last().header(it) }
    }

    def "an address sends so many forms that cannot do, on both nodes together, and none of them is kept: #what"() {
        given:
        def address = freshAddress()
        def most = BeginSignUp.PER_ADDRESS.attempts()
        def form = { it % 10 < 3 ? person() + wrong : wrong }

        when:
        def answers = (0..most + FLOWING_BACK).collect {
            visitor(it % 2).post('/api/auth/register', form(it), from(address) + ['Idempotency-Key': UUID.randomUUID().toString()])
        }

        then:
        answers.take(most)*.status.toSet() == [status] as Set
        with(answers.last()) {
            it.status == 429
            body.code == 'rate_limited'
            header('ratelimit-policy') == '"sign-up-forms";q=100;w=3600'
            header('retry-after').toInteger() in 1..3600
        }
        keptAnswers() == 0
        visitor(0).post('/api/auth/register', person(), from(freshAddress())).status == 201

        where:
        what               | wrong        || status
        'a wrong address'  | [email: 'x'] || 422
        'an unknown field' | [x: 1]       || 400
    }

    def "who corrects a form a few times opens an account with it"() {
        given:
        def address = freshAddress()

        when:
        def answers = (1..10).collect {
            def person = person()
            [[email: 'x'], [username: '!'], [password: '2short'], [:]].collect { wrong ->
                visitor(0).post('/api/auth/register', person + wrong, from(address)).status
            }
        }

        then:
        answers.toSet() == [[422, 422, 422, 201]] as Set
    }

    def "whoever has read a letter has so many passwords judged"() {
        given:
        def most = ResetPassword.PER_ACCOUNT.attempts()
        visitor(0).post('/api/auth/password/forgot', [email: account.email], from(freshAddress()))
        def token = Town.POSTMAN.awaitTo(account.email, 'reset-password').token

        when:
        def answers = (0..most).collect {
            visitor(it % 2).post('/api/auth/password/reset', [token: token, password: 'short'], from(freshAddress()))
        }

        then:
        answers*.status == [422] * most + [429]
        answers.last().header('ratelimit-policy') == '"password-reset";q=20;w=3600'
    }

    def "whoever asks for letters is held up by mailbox and by address, on both nodes together: #path"() {
        given:
        def (place, mailbox) = [freshAddress(), "m${UUID.randomUUID()}@example.com".toString()]

        when:
        def toOne = (0..AskForLetter.PER_MAILBOX.attempts()).collect { visitor(it % 2).post(path, [email: mailbox], from(freshAddress())) }
        def toMany = (0..AskForLetter.PER_ADDRESS.attempts()).collect { visitor(it % 2).post(path, [email: "$it-$mailbox"], from(place)) }

        then:
        toOne*.status == [202] * AskForLetter.PER_MAILBOX.attempts() + [429]
        toMany*.status == [202] * AskForLetter.PER_ADDRESS.attempts() + [429]
        [toOne, toMany]*.last()*.header('ratelimit-policy') == ['"letters-mailbox";q=5;w=3600', '"letters-address";q=30;w=3600']
        [toOne, toMany]*.last().every { it.body.code == 'rate_limited' && (it.header('retry-after') as int) > 0 }

        where:
        path << ['/api/auth/password/forgot', '/api/auth/email/verify/resend', '/api/auth/magic-link']
    }

    def "whoever wants another address may want one so often"() {
        given:
        def guest = visitor(0)
        guest.access = logIn(0, account.username, 'three unrelated words', from(freshAddress())).body.access
        def attempts = AskForNewAddress.PER_ACCOUNT.attempts()

        when:
        def answers = (0..attempts).collect {
            guest.at(town[it % 2].uri).post('/api/me/email', [email: "new$it-$account.email", password: 'three unrelated words'])
        }

        then:
        answers*.status == [202] * attempts + [429]
        answers.last().body.code == 'rate_limited'
        answers.last().header('ratelimit-policy') == '"new-address";q=5;w=3600'
    }

    def "passkeys are tried so often from one address: #path"() {
        given:
        def place = freshAddress()
        def most = BeginPasskeyLogIn.PER_ADDRESS.attempts()
        def nonsense = [id: 'AAAA', type: 'public-key', response: [clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA']]

        when:
        def answers = (0..most + FLOWING_BACK).collect {
            visitor(it % 2).post(path, path.endsWith('options') ? [:] : nonsense, from(place))
        }

        then:
        answers.take(most)*.status.toSet() == [usual] as Set
        answers.last().status == 429
        answers.last().header('ratelimit-policy') == '"passkey-address";q=100;w=300'

        where:
        path                                || usual
        '/api/auth/passkeys/login/options'  || 200
        '/api/auth/passkeys/login'          || 401
    }

    private void useUp(String name) {
        def answers = (0..LogIn.PER_NAME.attempts() + 1).collect { logIn(it % 2, name, 'wrong', from(freshAddress())) }
        assert answers.last().status == 429
    }

    private static List timed(Closure<Answer> question) {
        def begun = System.nanoTime()
        def answer = question()
        [answer, (System.nanoTime() - begun) / 1e6]
    }

    private static BigDecimal least(List<List> timed) {
        timed*.get(1).min() as BigDecimal
    }

    /** Of forms that opened no account. */
    private int keptAnswers() {
        database.connect(database.superuser()).withCloseable {
            DSL.using(it).fetchValue('select count(*)::int from kept_answer where status is distinct from 201') as int
        }
    }

    private Answer logIn(int node, String name, String password, Map<String, String> headers) {
        visitor(node).post('/api/auth/login', [identifier: name, password: password], headers)
    }

    private Visitor visitor(int node) {
        new Visitor(town[node].uri, description)
    }

    private static Map<String, String> person() {
        def tag = UUID.randomUUID().toString().take(8)
        [email: "p$tag@example.com".toString(), username: "p$tag".toString(), password: 'three unrelated words']
    }

    private static Map<String, String> from(String address) {
        ['X-Forwarded-For': address]
    }

    private static String freshAddress() {
        def number = ADDRESSES.incrementAndGet()
        "203.0.${113 + number.intdiv(250)}.${1 + number % 250}"
    }
}
