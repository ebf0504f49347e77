package dev.beranda.domain.media

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeMediaSpec extends MediaContract {

    Users users = new FakeUsers()
    Media media = new FakeMedia(users)
    Transactions transactions = new FakeTransactions(users, media)
}
