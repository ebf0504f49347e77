package dev.beranda.bootstrap.journey

class DjangoProjectIT extends JourneySpecification {

    def "the five calls of a simplejwt project, #form, #slash"() {
        given:
        def client = visitor()
        def end = slash == 'with a slash' ? '/' : ''
        def send = form == 'as a form'
                ? { path, fields -> client.postForm("$path$end", fields) }
                : { path, fields -> client.post("$path$end", fields) }
        def name = "dj${UUID.randomUUID().toString().take(8)}"

        when:
        def register = send('/api/auth/register', [username: name, email: "$name@mail.com".toString(), password: 'yourpassword is long'])

        then:
        register.status == 201
        register.body.message == 'User registered successfully'
        register.body.user.subMap('username', 'email') == [username: name, email: "$name@mail.com"]

        when:
        def login = send('/api/auth/login', [username: name, password: 'yourpassword is long'])

        then:
        login.status == 200
        login.body.access && login.body.refresh

        and:
        send('/api/auth/token/verify', [token: login.body.access]).with { status == 200 && body == [:] }

        when:
        def refresh = send('/api/auth/token/refresh', [refresh: login.body.refresh])

        then:
        refresh.status == 200
        refresh.body.access

        when:
        client.access = refresh.body.access
        def logout = send('/api/auth/logout', [refresh_token: refresh.body.refresh])

        then:
        logout.status == 204

        and:
        send('/api/auth/token/verify', [token: login.body.access]).with {
            status == 401 && body.code == 'token_not_valid' && body.detail == 'Token is blacklisted'
        }
        send('/api/auth/token/refresh', [refresh: refresh.body.refresh]).with {
            status == 401 && body.code == 'token_not_valid' && body.detail == 'Token is blacklisted'
        }
        send('/api/auth/token/verify', [token: 'nonsense']).with {
            status == 401 && body.code == 'token_not_valid' && body.detail == 'Token is invalid or expired'
        }
        send('/api/auth/login', [username: name, password: 'wrong']).with {
            status == 401 && body.detail == 'No active account found with the given credentials'
        }

        where:
        [form, slash] << [['as JSON', 'as a form'], ['with a slash', 'without one']].combinations()
    }
}
