package dev.beranda.domain.readership

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId

class FakeFollowsSpec extends FollowsContract {

    FakeFollows follows = new FakeFollows()
    Transactions transactions = new FakeTransactions(follows)

    UserId somebody() {
        People.newId()
    }
}
