package dev.beranda.domain.privacy

import dev.beranda.domain.user.FakeUsers

class FakeLeaversSpec extends LeaversContract {

    FakeUsers users = new FakeUsers()
    Leavers leavers = new FakeLeavers(users)

    @Override
    <T> T within(Closure<T> work) {
        work()
    }
}
