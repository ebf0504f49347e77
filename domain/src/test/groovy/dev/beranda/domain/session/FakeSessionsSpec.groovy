package dev.beranda.domain.session

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeSessionsSpec extends SessionsContract {

    Users users = new FakeUsers()
    Sessions sessions = new FakeSessions(users)
}
