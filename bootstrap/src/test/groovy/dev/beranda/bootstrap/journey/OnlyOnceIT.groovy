package dev.beranda.bootstrap.journey

import groovy.json.JsonOutput

/** Letters of every kind, each used by fifty at once on two nodes: by who has the link and by who has the digits. */
class OnlyOnceIT extends JourneySpecification {

    static final STRANGE = ['User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0']

    def postman = Town.POSTMAN
    def guest = visitor()
    def account = guest.register()
    def user = guest.logIn(account).user.id

    def "of fifty who use one letter at once one is let through, and what it is for happens once: #page"() {
        given:
        prepare(this)
        def address = to(account.email)
        def mail = postman.awaitTo(address, page)
        def before = times(event)

        when:
        def answers = Crowd.of(50) { i ->
            def proof = byDigits && i % 3 == 0 ? [email: address, code: mail.code] : [token: mail.token]
            visitor(i % 2).post(path, proof + more(i))
        }
        def winner = answers.findIndexOf { it.status in [200, 204] }

        then:
        winner >= 0
        answers.indices.findAll { it != winner }.every { isTurnedAway(answers[it]) }
        times(event) == before + 1
        holds(this, winner)

        where:
        page                | path                         | event                           | to            | byDigits
        'confirm-email'     | '/api/auth/email/verify'     | 'user.email_confirmed'          | { it }        | true
        'reset-password'    | '/api/auth/password/reset'   | 'credential.password_reset'     | { it }        | true
        'log-in'            | '/api/auth/magic-link/login' | 'session.opened'                | { it }        | true
        'change-email'      | '/api/auth/email/change'     | 'user.email_changed'            | { "new-$it" } | true
        'undo-email-change' | '/api/auth/email/undo'       | 'credential.password_withdrawn' | { it }        | false
        'refuse-stranger'   | '/api/auth/sessions/refuse'  | 'credential.password_withdrawn' | { it }        | false
        'keep-account'      | '/api/auth/account/keep'     | 'user.remained'                 | { it }        | true

        and:
        prepare << [
                { },
                { it.visitor().post('/api/auth/password/forgot', [email: it.account.email]) },
                { it.visitor().post('/api/auth/magic-link', [email: it.account.email]) },
                { it.wantAnotherAddress() },
                { it.wantAnotherAddress(); it.move() },
                { it.confirm(); it.visitor().logIn(it.account, STRANGE) },
                { it.leave() },
        ]
        more << [{ [:] }, { [password: "empat kata nomor $it".toString()] }] + [{ [:] }] * 5
        holds << [
                { it, _ -> it.guest.at(it.nodes[1]).get('/api/me').body.email_verified },
                { it, first -> it.opens(it.account.email, "empat kata nomor $first") && !it.opens(it.account.email, it.account.password) },
                { it, _ -> true },
                { it, _ -> it.opens("new-$it.account.email", it.account.password) },
                { it, _ -> Town.ask("select email from app_user where id = '$it.user'") == it.account.email },
                { it, _ -> !it.opens(it.account.email, it.account.password) },
                { it, _ -> it.opens(it.account.email, it.account.password) },
        ]
    }

    /// Or, where a password has to be hashed on a machine that is busy otherwise, told to come again.
    private static boolean isTurnedAway(Answer answer) {
        assert answer.status == 400 && answer.body.code == 'ticket_not_valid' || answer.status == 503 && answer.header('Retry-After'): answer
        true
    }

    private int times(String event) {
        Town.ask("select count(*)::int from outbox where type = '$event' and payload ->> 'user' = '$user'") as int
    }

    boolean opens(Object address, Object password) {
        visitor(1).post('/api/auth/login', [email: address as String, password: password as String]).status == 200
    }

    void confirm() {
        assert visitor().post('/api/auth/email/verify', [token: postman.awaitTo(account.email, 'confirm-email').token]).status == 200
    }

    void wantAnotherAddress() {
        assert guest.post('/api/me/email', [email: "new-$account.email".toString(), password: account.password]).status == 202
    }

    void move() {
        assert visitor().post('/api/auth/email/change', [token: postman.awaitTo("new-$account.email", 'change-email').token]).status == 200
    }

    void leave() {
        assert guest.send('DELETE', '/api/me', JsonOutput.toJson([password: account.password]).bytes,
                ['Content-Type': 'application/json']).status == 202
    }
}
