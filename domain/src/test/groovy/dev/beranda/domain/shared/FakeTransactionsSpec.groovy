package dev.beranda.domain.shared

import dev.beranda.domain.user.FakeUsers

class FakeTransactionsSpec extends TransactionsContract {

    FakeUsers users = new FakeUsers()
    FakeTransactions transactions = new FakeTransactions(users)
}
