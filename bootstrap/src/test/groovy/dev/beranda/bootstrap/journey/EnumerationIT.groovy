package dev.beranda.bootstrap.journey


/** Nobody learns from a failed login whether an account exists. */
class EnumerationIT extends JourneySpecification {

    static final IGNORED = ['date', 'x-request-id', ':status']

    def "unknown, wrong, disabled and without password: the same answer to the letter"() {
        given:
        def known = visitor().register()
        def disabled = visitor().register()
        disable(disabled)

        when:
        def answers = [
            [username: 'nobody-of-that-name', password: 'tiga kata tanpa kaitan'],
            [username: known.username, password: 'tiga kata tanpa kaitan'],
            [email: 'nobody@nowhere.test', password: 'tiga kata tanpa kaitan'],
            [email: known.email, password: 'x'],
            [username: disabled.username, password: 'tiga kata tanpa kaitan'],
            [username: 'not a name at all @@', password: 'tiga kata tanpa kaitan'],
            [username: '\u0000', password: 'tiga kata tanpa kaitan'],
            [username: 'x' * 10_000, password: 'tiga kata tanpa kaitan'],
        ].collect { visitor().post('/api/auth/login', it) }

        then:
        answers*.status.toSet() == [401] as Set
        answers.collect { it.text.replace(it.body.request_id, '') }.toSet().size() == 1
        answers.collect { it.allHeaders().findAll { name, _ -> !(name in IGNORED) } }.toSet().size() == 1
    }

    def "what is special about an account is told only to who knows its password"() {
        given:
        def account = visitor().register()
        disable(account)

        when:
        def answer = visitor().post('/api/auth/login', [username: account.username, password: account.password])

        then:
        answer.status == 403
        answer.body.code == 'account_disabled'
    }

    private static void disable(Map<String, String> account) {
        Town.allow(account.email, disabled: true)
    }
}
