package dev.beranda.bootstrap.journey

import java.time.Instant

class StayingIT extends JourneySpecification {

    def guest = visitor()
    def account = guest.register()

    def "a refresh token gives the next pair, and within the grace window the same successor again"() {
        given:
        def first = guest.logIn(account)

        when:
        def once = guest.post('/api/auth/token/refresh', [refresh: first.refresh])
        def again = guest.at(nodes[1]).post('/api/auth/token/refresh', [refresh: first.refresh])

        then:
        once.status == 200
        once.body.refresh != first.refresh
        once.body.expires_in == 900
        again.body.refresh == once.body.refresh
    }

    def "a copy that is used later ends the session for everybody, the newest token included"() {
        given:
        def first = guest.logIn(account)
        def second = guest.post('/api/auth/token/refresh', [refresh: first.refresh]).body
        def third = guest.post('/api/auth/token/refresh', [refresh: second.refresh]).body

        when:
        def reuse = visitor(1).post('/api/auth/token/refresh', [refresh: first.refresh])

        then:
        reuse.status == 401
        reuse.body.code == 'token_reused'
        guest.post('/api/auth/token/refresh', [refresh: third.refresh]).status == 401
        nodes.indices.every { node ->
            withinASecond { visitor(node).post('/api/auth/token/verify', [token: third.access]).status == 401 }
            true
        }
    }

    def "fifty at once, on two nodes, #round: one successor, and the session lives"() {
        given:
        def refresh = guest.logIn(account).refresh

        when:
        def answers = Crowd.of(50) { i -> visitor(i % 2).post('/api/auth/token/refresh', [refresh: refresh]) }

        then:
        answers*.status.toSet() == [200] as Set
        answers*.body*.refresh.toSet().size() == 1
        guest.post('/api/auth/token/refresh', [refresh: answers.first().body.refresh]).status == 200

        where:
        round << (1..10)
    }

    def "what is not a refresh token of ours opens nothing: #what"() {
        given:
        def login = guest.logIn(account)

        expect:
        guest.post('/api/auth/token/refresh', [refresh: token(login)]).status == 401

        where:
        what              | token
        'an access token' | { it.access }
        'nonsense'        | { 'nonsense' }
        'one bit off'     | { it.refresh.substring(0, 40) + (it.refresh[40] == 'A' ? 'B' : 'A') + it.refresh.substring(41) }
        'one char less'   | { it.refresh[0..-2] }
        'padded'          | { it.refresh + '=' }
        'twice'           | { it.refresh + it.refresh }
        'very long'       | { 'A' * 500_000 }
    }

    def "a token of one kind is worth nothing where another is asked for"() {
        given:
        def login = guest.logIn(account)

        expect:
        guest.get('/api/me', [Authorization: "Bearer $login.refresh"]).status == 401
        guest.post('/api/auth/token/verify', [token: login.refresh]).status == 401
        guest.post('/api/auth/logout', [refresh_token: login.access]).status == 401
    }

    def "one sees one's own devices and logs them out one by one or all others at once"() {
        given:
        def phone = visitor(0)
        def login = phone.post('/api/auth/login',
                [username: account.username, password: account.password, device_name: "Ayu's phone"],
                ['User-Agent': 'Phone/1.0']).body
        phone.access = login.access
        def laptop = visitor(1)
        laptop.logIn(account, ['User-Agent': 'Laptop/2.0'])
        def tablet = visitor(1)
        tablet.logIn(account)

        when:
        def list = phone.get('/api/auth/sessions').body.items

        then:
        list.size() == 3
        with(list.find { it.current }) {
            name == "Ayu's phone"
            user_agent == 'Phone/1.0'
            ip == '127.0.0.1'
        }
        list.count { it.current } == 1

        when:
        def gone = list.find { it.user_agent == 'Laptop/2.0' }

        then:
        phone.delete("/api/auth/sessions/$gone.id").status == 204
        phone.delete("/api/auth/sessions/$gone.id").status == 404
        withinASecond { laptop.get('/api/me').status == 401 }
        tablet.get('/api/me').status == 200

        and:
        phone.delete('/api/auth/sessions').status == 204
        withinASecond { tablet.get('/api/me').status == 401 }
        phone.get('/api/me').status == 200
        phone.get('/api/auth/sessions').body.items.size() == 1
    }

    def "of a device it is told since when it is there, and when it was used last, which is its last refresh"() {
        given:
        def before = Instant.now()
        def login = guest.logIn(account)
        def times = { guest.get('/api/auth/sessions').body.items.first().subMap(['created_at', 'last_used_at']).collectEntries { [it.key, Instant.parse(it.value)] } }
        def opened = times()

        when:
        def refreshed = visitor(1).post('/api/auth/token/refresh', [refresh: login.refresh])
        def used = times()

        then:
        refreshed.status == 200
        before <= opened.created_at && opened.created_at == opened.last_used_at
        used.created_at == opened.created_at
        opened.last_used_at < used.last_used_at && used.last_used_at <= Instant.now()
    }

    def "nobody reaches another's session"() {
        given:
        guest.logIn(account)
        def session = guest.get('/api/auth/sessions').body.items.first().id
        def other = visitor()
        def othersLogin = other.logIn(other.register())

        expect:
        [session, session.toUpperCase(), UUID.randomUUID(), 'x', "$session'--", '%00'].every {
            other.delete("/api/auth/sessions/${URLEncoder.encode(it as String, 'UTF-8')}").status in [400, 404]
        }
        guest.post('/api/auth/logout', [refresh_token: othersLogin.refresh]).status == 401
        guest.get('/api/me').status == 200
        other.get('/api/me').status == 200
    }

    def "logging out takes effect on both nodes, at once on the one that was asked"() {
        given:
        def login = guest.logIn(account)

        when:
        guest.post('/api/auth/logout', [refresh: login.refresh])

        then:
        guest.get('/api/me').status == 401
        withinASecond { guest.at(nodes[1]).get('/api/me').status == 401 }
        guest.at(nodes[1]).post('/api/auth/token/refresh', [refresh: login.refresh]).status == 401
    }

    def "logging out without saying of what is told so"() {
        given:
        guest.logIn(account)

        expect:
        guest.post('/api/auth/logout', [:]).flaws == [refresh_token: ['required']]
        guest.get('/api/me').status == 200
    }
}
