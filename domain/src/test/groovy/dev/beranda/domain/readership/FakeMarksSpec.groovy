package dev.beranda.domain.readership

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.PostId
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId

class FakeMarksSpec extends MarksContract {

    FakeMarks marks = new FakeMarks()
    Transactions transactions = new FakeTransactions(marks)

    UserId somebody() {
        People.newId()
    }

    PostId somePost() {
        Writings.newId()
    }
}
