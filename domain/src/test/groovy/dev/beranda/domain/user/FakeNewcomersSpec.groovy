package dev.beranda.domain.user

class FakeNewcomersSpec extends NewcomersContract {

    FakeUsers users = new FakeUsers()
    Newcomers newcomers = new FakeNewcomers(users)
}
