package dev.beranda.adapter.persistence.exchange

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.exchange.ContentReader
import dev.beranda.application.exchange.Parcel
import dev.beranda.domain.fixture.People
import dev.beranda.domain.media.Media
import dev.beranda.domain.media.Medium
import dev.beranda.domain.media.Pictures
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.util.function.Consumer
import org.jooq.DSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqContentReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def ayu = People.somebody()

    def setup() {
        node.get(Transactions).write { node.get(Users).add(ayu) }
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "of each print its length is known"() {
        given:
        def medium = bring(301)

        expect:
        read {}*.prints()*.collect { [it.width(), it.format(), it.bytes()] } ==
                [medium.prints().collect { [it.width(), it.format().word(), it.bytes()] }]
    }

    def "whoever takes their time with every picture is not taken for somebody who forgot"() {
        given:
        def ids = (1..14).collect { bring().id().value() }

        expect:
        read('1s') { sleep(100) }*.id() == ids
    }

    private List<Parcel> read(String mostIdle = '10s', Closure<?> then) {
        def read = []
        node.get(Transactions).look {
            node.get(DSLContext).execute("set local idle_in_transaction_session_timeout = '$mostIdle'" as String)
            node.get(ContentReader).each({ Parcel parcel ->
                read << parcel
                then()
            } as Consumer)
        }
        read
    }

    private Medium bring(int bytes = 300) {
        def medium = Pictures.of(ayu.id(), bytes)
        node.get(Transactions).write { node.get(Media).add(medium, Long.MAX_VALUE) }
        medium
    }
}
