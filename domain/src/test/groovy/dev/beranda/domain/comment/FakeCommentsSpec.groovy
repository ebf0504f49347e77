package dev.beranda.domain.comment

import dev.beranda.domain.post.FakePosts
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.user.FakeUsers

class FakeCommentsSpec extends CommentsContract {

    FakeComments comments = new FakeComments()
    Reports reports = comments
    Precedents precedents = comments
    FakePosts posts = new FakePosts()
    FakeUsers users = new FakeUsers()
    FakeTransactions transactions = new FakeTransactions(posts, comments)
}
