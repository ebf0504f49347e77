package dev.beranda.adapter.persistence.session

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Generations
import dev.beranda.domain.session.GenerationsContract
import dev.beranda.domain.session.RefreshClaim
import dev.beranda.domain.session.SessionLifetimes
import dev.beranda.domain.session.Sessions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqGenerationsIT extends GenerationsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Generations generations = node.get(Generations)
    Sessions sessions = node.get(Sessions)
    Users users = node.get(Users)

    def "a refresh stays on its page and touches no index"() {
        given:
        sessions.add(session)
        def page = pageOf(session)

        when:
        (1..20).each {
            generations.advance(
                    new RefreshClaim(session.id(), it), session.device().address(), SessionLifetimes.USUAL, People.NOW.plusSeconds(60 * it)).get()
        }

        then:
        sessions.find(session.id()).get().generation() == 21
        pageOf(session) == page
    }

    private String pageOf(session) {
        Databases.ask(database, "select split_part(ctid::text, ',', 1) from session where id = '${session.id()}'")
    }
}
