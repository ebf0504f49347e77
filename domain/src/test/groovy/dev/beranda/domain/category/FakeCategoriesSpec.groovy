package dev.beranda.domain.category

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions

class FakeCategoriesSpec extends CategoriesContract {

    FakeCategories categories = new FakeCategories()
    Transactions transactions = new FakeTransactions(categories)
}
