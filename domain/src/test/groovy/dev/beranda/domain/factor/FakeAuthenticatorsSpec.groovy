package dev.beranda.domain.factor

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeAuthenticatorsSpec extends AuthenticatorsContract {

    Authenticators authenticators = new FakeAuthenticators()
    Users users = new FakeUsers()
}
