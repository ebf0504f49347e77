package dev.beranda.adapter.persistence.media

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.media.MediaReader
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.fixture.People
import dev.beranda.domain.media.Media
import dev.beranda.domain.media.Pictures
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqMediaReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def media = node.get(Media)
    def reader = node.get(MediaReader)
    def ayu = People.somebody()
    def budi = People.somebody()

    def setup() {
        [ayu, budi].each { node.get(Users).add(it) }
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "the newest come first, and no page repeats or leaves out, whatever comes meanwhile"() {
        given:
        def all = (1..7).collect { bring(it % 3 ? ayu : budi) }

        when:
        def first = reader.list(null, new PageRequest(3, null, true))
        bring(ayu)
        def second = reader.list(null, new PageRequest(3, first.next(), false))
        def third = reader.list(null, new PageRequest(3, second.next(), false))

        then:
        (first.items() + second.items() + third.items())*.id() == all.reverse()*.id()
        first.total() == 7
        third.next() == null
    }

    def "somebody's are only theirs, each with its prints"() {
        given:
        bring(budi)
        def mine = bring(ayu)

        when:
        def page = reader.list(ayu.id(), new PageRequest(10, null, true))

        then:
        page.total() == 1
        with(page.items().first()) {
            id() == mine.id()
            owner() == ayu.id()
            prints() == mine.prints()
            bytes() == mine.bytes()
        }
    }

    private bring(user) {
        def medium = Pictures.of(user.id())
        node.get(Transactions).write { media.add(medium, Long.MAX_VALUE) }
        medium
    }
}
