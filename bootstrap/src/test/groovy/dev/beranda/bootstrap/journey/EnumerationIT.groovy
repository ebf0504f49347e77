package dev.beranda.bootstrap.journey


/** Nobody learns from a failed login, or from a letter that was asked for, whether an account exists: same answer, same work. */
class EnumerationIT extends JourneySpecification {

    static final IGNORED = ['date', 'x-request-id', ':status']
    static final WRONG = 'tiga kata tanpa kaitan'

    def "unknown, wrong, disabled and without password: the same answer to the letter, and one hash computed for each"() {
        given:
        def (known, disabled, byProvider, leaving) = (1..4).collect { visitor().register() }
        Town.allow(disabled.email, disabled: true)
        Town.byHand("delete from credential where user_id = (select id from app_user where email = '$byProvider.email')")
        Town.byHand("update app_user set leaves_at = now() + interval '1 day' where email = '$leaving.email'")

        when:
        def attempts = [
            [username: 'nobody-of-that-name', password: WRONG],
            [username: known.username, password: WRONG],
            [email: 'nobody@nowhere.test', password: WRONG],
            [email: known.email, password: 'x'],
            [username: disabled.username, password: WRONG],
            [username: byProvider.username, password: byProvider.password],
            [email: byProvider.email, password: WRONG],
            [email: leaving.email, password: WRONG],
            [username: 'not a name at all @@', password: WRONG],
            [username: '\u0000', password: WRONG],
            [username: 'x' * 10_000, password: WRONG],
        ].collect { attempt -> hashesFor { visitor().post('/api/auth/login', attempt) } }
        def answers = attempts*.get(0)

        then:
        attempts*.get(1) == [1] * attempts.size()
        answers*.status.toSet() == [401] as Set
        answers.collect { it.text.replace(it.body.request_id, '') }.toSet().size() == 1
        answers.collect { headers(it) }.toSet().size() == 1
    }

    def "what is special about an account is told only to who knows its password"() {
        given:
        def account = visitor().register()
        Town.allow(account.email, disabled: true)

        when:
        def answer = visitor().post('/api/auth/login', [username: account.username, password: account.password])

        then:
        answer.status == 403
        answer.body.code == 'account_disabled'
    }

    def "a letter costs no hash, for whomever it is asked: #path"() {
        given:
        def (known, disabled, byProvider) = (1..3).collect { visitor().register() }
        Town.allow(disabled.email, disabled: true)
        Town.byHand("delete from credential where user_id = (select id from app_user where email = '$byProvider.email')")

        when:
        def asked = [known.email, disabled.email, byProvider.email, 'nobody@nowhere.test']
                .collect { email -> hashesFor { visitor().post(path, [email: email]) } }

        then:
        asked*.get(1) == [0] * 4
        asked.collect { answer, _ -> [answer.status, answer.text, headers(answer)] }.toSet().size() == 1
        asked[0][0].status == 202

        where:
        path << ['/api/auth/password/forgot', '/api/auth/magic-link', '/api/auth/email/verify/resend']
    }

    def "who wants an address that somebody has, or is about to have, is answered as who wants a free one, for one hash"() {
        given:
        def guest = visitor()
        def account = guest.register()
        guest.logIn(account)
        def other = visitor().register()

        when:
        def asked = [other.email, "free-$account.email"]
                .collect { email -> hashesFor { guest.post('/api/me/email', [email: email, password: account.password]) } }

        then:
        asked*.get(1) == [1, 1]
        asked.collect { answer, _ -> [answer.status, answer.text, headers(answer)] }.toSet() == [[202, '', headers(asked[0][0])]] as Set
    }

    def "a sign-up that is refused costs what one that succeeds does"() {
        given:
        def account = visitor().register()

        when:
        def asked = [account.email, "free-$account.email"].collect { email ->
            hashesFor { visitor().post('/api/auth/register', [email: email, password: WRONG]) }
        }

        then:
        asked.collect { answer, hashes -> [answer.status, hashes] } == [[409, 1], [201, 1]]
    }

    private static Map<String, List<String>> headers(Answer answer) {
        answer.allHeaders().findAll { name, _ -> !(name in IGNORED) }
    }

    /** The answer, and how many hashes this node computed for it. */
    private List hashesFor(Closure<Answer> request) {
        def before = hashes()
        def answer = request()
        [answer, hashes() - before]
    }

    private int hashes() {
        visitor().get('/prometheus').text.readLines()
                .findAll { it.startsWith('beranda_password_hashes_total') }
                .sum { (it.split(' ').last() as BigDecimal) as int }
    }
}
