package dev.beranda.domain.session

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeRevocationsSpec extends RevocationsContract {

    Users users = new FakeUsers()
    Sessions sessions = new FakeSessions(users)
    Revocations revocations = new FakeRevocations(sessions, users)
}
