package dev.beranda.domain.tag

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions

class FakeTagsSpec extends TagsContract {

    FakeTags tags = new FakeTags()
    Transactions transactions = new FakeTransactions(tags)
}
