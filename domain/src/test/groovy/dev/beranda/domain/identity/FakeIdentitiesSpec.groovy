package dev.beranda.domain.identity

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeIdentitiesSpec extends IdentitiesContract {

    Identities identities = new FakeIdentities()
    Users users = new FakeUsers()
    Transactions transactions = new FakeTransactions(identities as FakeIdentities)
}
