package dev.beranda.domain.post

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeTrashSpec extends TrashContract {

    FakePosts posts = new FakePosts()
    Trash trash = posts
    Users users = new FakeUsers()
    Transactions transactions = new FakeTransactions(posts)
}
