package dev.beranda.domain.user

class FakeAvatarsSpec extends AvatarsContract {

    FakeUsers users = new FakeUsers()
    Avatars avatars = new FakeAvatars(users)
}
