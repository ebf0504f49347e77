package dev.beranda.bootstrap.journey

import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.user.Users

/** What changes about a person takes effect on tokens that are out already, on every node. */
class AuthorityIT extends JourneySpecification {

    def account = visitor().register()
    def guest = visitor(1)
    def login = guest.logIn(account)
    def user = Town.beans(0).getBean(Users).find(new EmailAddress(account.email)).get()

    def "another role ends the old access token within a second; a refresh brings the new one"() {
        when:
        Town.allow(account.email, role: Role.EDITOR)

        then:
        withinASecond { guest.get('/api/me').status == 401 }

        when:
        guest.access = guest.post('/api/auth/token/refresh', [refresh: login.refresh]).body.access

        then:
        guest.get('/api/me').body.role == 'editor'
        guest.at(nodes[0]).get('/api/me').body.role == 'editor'
    }

    def "who is shut out can do nothing any more, and again what they could when let in"() {
        when:
        suspend(true)

        then:
        withinASecond { guest.get('/api/me').status == 401 }
        guest.post('/api/auth/token/refresh', [refresh: login.refresh]).status == 401
        visitor().post('/api/auth/login', [username: account.username, password: account.password]).status == 403

        when:
        suspend(false)

        then:
        guest.logIn(account)
        guest.get('/api/me').status == 200
    }

    def "a session deleted by hand in the database ends too"() {
        when:
        Town.sharedDatabase().with {
            connect(owner()).withCloseable { connection ->
                connection.createStatement().execute("delete from session where user_id = '${user.id()}'")
            }
        }

        then:
        withinASecond { guest.get('/api/me').status == 401 }
        withinASecond { guest.at(nodes[0]).get('/api/me').status == 401 }
    }

    def "one's own page is as fresh as the row on every node"() {
        given:
        guest.get('/api/me')
        guest.at(nodes[0]).get('/api/me')

        when:
        Town.sharedDatabase().with {
            connect(owner()).withCloseable { connection ->
                connection.createStatement().execute("update app_user set display_name = 'Changed' where id = '${user.id()}'")
            }
        }

        then:
        withinASecond { guest.get('/api/me').body.display_name == 'Changed' }
        withinASecond { guest.at(nodes[0]).get('/api/me').body.display_name == 'Changed' }
    }

    private suspend(boolean disabled) {
        Town.allow(account.email, disabled: disabled)
    }
}
