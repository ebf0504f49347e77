package dev.beranda.domain.passkey

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakePasskeysSpec extends PasskeysContract {

    Passkeys passkeys = new FakePasskeys()
    Users users = new FakeUsers()
}
