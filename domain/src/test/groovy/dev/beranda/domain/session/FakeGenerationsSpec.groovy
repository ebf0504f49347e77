package dev.beranda.domain.session

import dev.beranda.domain.user.FakeUsers

class FakeGenerationsSpec extends GenerationsContract {

    FakeUsers users = new FakeUsers()
    FakeSessions sessions = new FakeSessions(users)
    Generations generations = sessions
}
