package dev.beranda.adapter.persistence.readership

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.Posts
import dev.beranda.domain.readership.Marks
import dev.beranda.domain.readership.MarksContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqMarksIT extends MarksContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Marks marks = node.get(Marks)
    Transactions transactions = node.get(Transactions)

    def cleanup() {
        Databases.empty(database)
    }

    UserId somebody() {
        def person = People.somebody()
        node.get(Users).add(person)
        person.id()
    }

    PostId somePost() {
        def writer = Writings.writer(somebody())
        def post = Writings.draft(writer.id())
        transactions.write {
            node.get(Posts).claim(post.slug(), post.id())
            node.get(Posts).add(post, Writings.typeset(post))
        }
        post.id()
    }
}
