package dev.beranda.adapter.persistence.health

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Line
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.feed.ChangeFeed
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class DatabaseReadinessIT extends Specification {

    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @AutoCleanup
    Line line = Line.to(database.jdbcUrl())

    @AutoCleanup
    Node node = Node.on(database, line.url)

    def readiness = node.get(DatabaseReadiness)
    PollingConditions soon = new PollingConditions(timeout: 10)

    def "a node is ready once its database answers and has the schema"() {
        expect:
        with(readiness.look()) {
            reachable()
            !migrated()
            !ready
        }

        when:
        Databases.migrate(database)

        then:
        soon.eventually {
            with(readiness.look()) {
                ready
                fresh()
            }
        }
    }

    def "a node that cannot reach its database is not ready, and is again when it can"() {
        given:
        Databases.migrate(database)
        soon.eventually {
            node.get(ChangeFeed).fresh
        }
        assert readiness.look().ready

        when:
        cut(line)

        then:
        soon.eventually {
            with(readiness.look()) {
                !ready
                !fresh()
            }
        }

        when:
        line.admit()

        then:
        soon.eventually {
            readiness.look().ready
        }

        where:
        cut << [{ Line it -> it.refuse() }, { Line it -> it.fallSilent() }]
    }
}
