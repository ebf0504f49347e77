package dev.beranda.bootstrap.journey

class ComingInIT extends JourneySpecification {

    def "from nothing to a protected page and out again"() {
        given:
        def ayu = visitor()

        when:
        def registered = ayu.post('/api/auth/register',
                [email: 'Ayu.Journey@Example.com', username: 'AyuJourney', password: 'tiga kata tanpa kaitan', display_name: 'Ayu'])

        then:
        registered.status == 201
        registered.body.message == 'User registered successfully'
        with(registered.body.user) {
            UUID.fromString(id).version() == 7
            username == 'AyuJourney'
            email == 'ayu.journey@example.com'
            email_verified == false
            display_name == 'Ayu'
            role == 'reader'
            created_at ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/
        }
        !registered.text.contains('tiga kata')

        when:
        def stranger = ayu.get('/api/me')

        then:
        stranger.status == 401
        stranger.type == 'application/problem+json'
        stranger.body.code == 'unauthenticated'
        stranger.header('www-authenticate') == 'Bearer'

        when:
        def login = ayu.logIn([username: 'AyuJourney', password: 'tiga kata tanpa kaitan'])

        then:
        login.token_type == 'Bearer'
        login.expires_in == 900
        login.user == registered.body.user

        when:
        def me = ayu.get('/api/me')

        then:
        me.status == 200
        me.body == registered.body.user
        me.header('cache-control').contains('no-store')

        and:
        ayu.get('/api/me', ['If-None-Match': me.header('etag')]).status == 304
        ayu.get('/api/me', ['If-None-Match': '"another"']).status == 200

        when:
        def out = ayu.post('/api/auth/logout', [refresh_token: login.refresh])

        then:
        out.status == 204
        out.text == ''
        ayu.get('/api/me').body.detail == 'Token is blacklisted'
        ayu.post('/api/auth/token/refresh', [refresh: login.refresh]).status == 401
    }

    def "one comes in by any of one's names: #field"() {
        given:
        def guest = visitor()
        def account = guest.register()

        expect:
        guest.post('/api/auth/login', [(field): spelling(account), password: account.password]).status == 200

        where:
        field        | spelling
        'username'   | { it.username }
        'username'   | { it.username.toUpperCase() }
        'username'   | { it.email }
        'email'      | { it.email }
        'email'      | { ' ' + it.email.toUpperCase() + ' ' }
        'identifier' | { it.username }
        'identifier' | { it.email }
    }

    def "a username and a display name are made up for who chooses none"() {
        given:
        def guest = visitor()
        def account = guest.register(username: null)

        when:
        def login = guest.post('/api/auth/login', [email: account.email, password: account.password])

        then:
        login.body.user.username ==~ /user-[0-9a-f]{12}/
        login.body.user.display_name == login.body.user.username
    }

    def "every wrong field is told at once, in the language asked for"() {
        when:
        def english = visitor().post('/api/auth/register', body)
        def indonesian = visitor().post('/api/auth/register', body, ['Accept-Language': 'id-ID,id;q=0.9'])

        then:
        english.status == 422
        english.body.code == 'validation_failed'
        english.flaws == flaws
        indonesian.flaws == flaws
        english.body.errors*.message != indonesian.body.errors*.message
        english.body.title != indonesian.body.title

        where:
        body                                                              || flaws
        [:]                                                               || [email: ['required'], password: ['required']]
        [email: 'x', password: 'kx7#q']                                   || [email: ['email_invalid'], password: ['password_too_short']]
        [email: 'a@b.test', password: 'x9 ' * 171]                        || [password: ['password_too_long']]
        [email: 'a@b.test', password: 'password']                         || [password: ['password_too_short', 'password_too_common']]
        [email: 'x', username: 'a b', display_name: '\u202e', password: []] ||
                [email: ['email_invalid'], password: ['not_text'], username: ['username_invalid'], display_name: ['display_name_invalid']]
        [email: 'lestari@b.test', username: 'admin', password: 'aku lestari selamanya'] ||
                [username: ['username_reserved'], password: ['password_contains_identity']]
    }

    def "a weak password is told how weak it is and what would help"() {
        when:
        def answer = visitor().post('/api/auth/register', [email: 'weak@b.test', password: 'passwordpassword'])

        then:
        answer.status == 422
        answer.flaws == [password: ['password_too_common']]
        answer.body.strength.score == 0
        !answer.body.strength.advice.empty
    }

    def "passwords count as typed: #what"() {
        given:
        def guest = visitor()
        def account = guest.register(password: password)

        expect:
        guest.post('/api/auth/login', [email: account.email, password: password]).status == 200
        others.every { guest.post('/api/auth/login', [email: account.email, password: it]).status == 401 }

        where:
        what                      | password                                    | others
        'beyond 72 bytes'         | 'a' * 72 + 'Xyzzy and more'                 | ['a' * 72 + 'another end', 'a' * 72]
        'beyond 72 bytes of text' | '€' * 24 + 'Xyzzy and more'                 | ['€' * 24 + 'another end']
        'spaces at the ends'      | ' quiet river stone '                       | ['quiet river stone']
        'a NUL inside'            | 'quiet\u0000river stone'                    | ['quiet', 'quiet\u0000other stone']
        'emoji'                   | '😀🦊🌋🎋🍜🛵🪁🎐🧿🪷🦜🌶🥥🛖🪘'           | ['😀🦊🌋🎋🍜🛵🪁🎐🧿🪷🦜🌶🥥🛖']
        '256 characters'          | (1..80).collect { "${it}x!" }.join('').take(256) | [(1..80).collect { "${it}x!" }.join('').take(255)]
    }

    def "a letter is the same letter however the keyboard made it"() {
        given:
        def guest = visitor()
        def account = guest.register(password: 'caf\u00e9 di tepi jalan')

        expect:
        guest.post('/api/auth/login', [email: account.email, password: 'cafe\u0301 di tepi jalan']).status == 200
    }

    def "hostile passwords are refused before anything is hashed: #what"() {
        given:
        def before = hashes()

        expect:
        visitor().postRaw('/api/auth/login', "{\"username\":\"nobody\",\"password\":$json}".bytes).status == status
        visitor().postRaw('/api/auth/register', "{\"email\":\"nobody@nowhere.test\",\"password\":$json}".bytes).status == status
        hashes() == before

        and: "which is counted, or it would say nothing"
        visitor().post('/api/auth/login', [username: 'nobody', password: 'no password of theirs']).status == 401
        hashes() == before + 1

        where:
        what            | json                         || status
        'a megabyte'    | '"' + 'x' * 1_000_000 + '"'  || 422
        'twenty'        | '"' + 'x' * 20_000_000 + '"' || 413
        'a list'        | '[]'                         || 422
        'an object'     | '{"$gt":0}'                  || 422
        'a number'      | '0'                          || 422
        'nothing'       | 'null'                       || 422
        'a yes'         | 'true'                       || 422
        'half a letter' | '"\\ud800 and some more"'    || 422
    }

    private int hashes() {
        (visitor().get('/prometheus').text =~ /(?m)^beranda_password_hashes_total (\S+)$/)[0][1] as double
    }

    def "a taken address or name is told, both when both are"() {
        given:
        def guest = visitor()
        def account = guest.register()

        when:
        def answer = guest.post('/api/auth/register', [
            email: same.contains('email') ? account.email.toUpperCase() : "new$account.email",
            username: same.contains('username') ? account.username.toUpperCase() : "new$account.username",
            password: 'tiga kata tanpa kaitan'])

        then:
        answer.status == 409
        answer.body.code == "${same.first()}_taken"
        answer.flaws.keySet() == same as Set
        answer.header('set-cookie') == null
        answer.body.access == null

        and: "what was there before is there still, and it is not a way in"
        guest.post('/api/auth/login', [email: account.email, password: account.password]).status == 200
        guest.post('/api/auth/login', [username: account.username, password: 'tiga kata tanpa kaitan']).status == 401

        where:
        same << [['email'], ['username'], ['email', 'username']]
    }

    def "fields that could grant something are refused by name"() {
        when:
        def answer = visitor().post('/api/auth/register',
                [email: 'mass@b.test', password: 'tiga kata tanpa kaitan', (field): value])

        then:
        answer.status == 400
        answer.body.code == 'unknown_field'
        answer.flaws == [(field): ['unknown_field']]

        where:
        field            | value
        'role'           | 'admin'
        'id'             | '019d0000-0000-7000-8000-000000000001'
        'email_verified' | true
        'disabled'       | false
        'is_admin'       | true
        'roles'          | ['admin']
        'password_hash'  | 'x'
        '__proto__'      | [:]
    }

    def "fifty who want one address at once, on two nodes: one gets it"() {
        given:
        def tag = UUID.randomUUID().toString().take(8)
        def spellings = ["race$tag@x.test", "RACE$tag@x.test", " race$tag@X.TEST", "race$tag@x.test."]

        when:
        def answers = Crowd.of(50) { i ->
            visitor(i % 2).post('/api/auth/register', [email: spellings[i % 4], password: 'tiga kata tanpa kaitan'])
        }

        then:
        answers.count { it.status == 201 } == 1

        and: "the others learn that, or, on a machine that is busy otherwise, to come again"
        answers.findAll { it.status != 201 }.every { it.status == 409 || it.status == 503 && it.header('retry-after') }
    }

    def "the right password changed elsewhere, every other session ends"() {
        given:
        def phone = visitor(0)
        def laptop = visitor(1)
        def account = phone.register()
        def onPhone = phone.logIn(account)
        def onLaptop = laptop.logIn(account)

        expect:
        phone.post('/api/auth/password/change', [current_password: 'not this one', password: 'empat kata baru sekali'])
                .flaws == [current_password: ['wrong_password']]
        phone.post('/api/auth/password/change', [current_password: account.password, password: 'kx7#q'])
                .flaws == [password: ['password_too_short']]

        when:
        def changed = phone.post('/api/auth/password/change',
                [current_password: account.password, password: 'empat kata baru sekali'])

        then:
        changed.status == 204
        phone.get('/api/me').status == 200
        phone.post('/api/auth/token/refresh', [refresh: onPhone.refresh]).status == 200
        laptop.post('/api/auth/token/refresh', [refresh: onLaptop.refresh]).status == 401
        withinASecond { laptop.get('/api/me').status == 401 }
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).status == 401
        visitor().post('/api/auth/login', [email: account.email, password: 'empat kata baru sekali']).status == 200
    }
}
