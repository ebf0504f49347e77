package dev.beranda.domain.user

class FakeUsersSpec extends UsersContract {

    Users users = new FakeUsers()
}
