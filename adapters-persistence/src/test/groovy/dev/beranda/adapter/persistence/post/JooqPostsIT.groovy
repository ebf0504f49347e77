package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.PostsContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqPostsIT extends PostsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Posts posts = node.get(Posts)
    Users users = node.get(Users)
    Transactions transactions = node.get(Transactions)

    def cleanup() {
        Databases.empty(database)
    }
}
