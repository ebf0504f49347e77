package dev.beranda.adapter.persistence.upkeep

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.Race
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class UpkeepIT extends Specification {

    static final OWNER = '019d0000-0000-7000-8000-0000000000ff'

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def upkeep = node.get(Upkeep)

    def setup() {
        Databases.byHand(database, """
                insert into app_user values (
                  '${OWNER}', 'a@example.com', true, 'ayu', 'ayu', 'Ayu', 'reader', false, 0, null, now(), 0)""")
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "a session is forgotten long after its end and not before: ended #ended, expires #expires"() {
        given:
        session(ended, expires)

        expect:
        upkeep.tidyUp().sessions() == deleted
        count('session') == 1 - deleted

        where:
        ended      | expires    || deleted
        null       | "'1 day'"  || 0
        null       | "'-29 day'" || 0
        null       | "'-31 day'" || 1
        "'-29 day'" | "'1 day'"  || 0
        "'-31 day'" | "'1 day'"  || 1
        "'-31 day'" | "'-31 day'" || 1
    }

    def "what is forgotten by upkeep was over before, so nobody has to hear of it"() {
        given:
        session("'-31 day'", "'1 day'")
        session(null, "'-31 day'")

        when:
        upkeep.tidyUp()

        then:
        count('session') == 0
        count('vanished_session') == 0
    }

    def "events and buckets are forgotten when their time is over"() {
        given:
        Databases.byHand(database, """
                insert into outbox (id, type, payload, occurred_at, recorded_at)
                select gen_random_uuid(), 'x', '{}', now(), now() - make_interval(days => day) from unnest(array[1, 29, 31, 400]) day""")
        Databases.byHand(database, """
                insert into throttle_bucket (key, expires_at)
                select 'x:' || second, 1000 * (extract(epoch from now()) + second) from unnest(array[-3600, -10, 60]) second""")
        Databases.byHand(database, """
                insert into vanished_session
                select gen_random_uuid(), now() - make_interval(hours => hour) from unnest(array[1, 23, 25]) hour""")

        when:
        def deleted = upkeep.tidyUp()

        then:
        deleted.events() == 2
        deleted.buckets() == 2
        count('outbox') == 2
        count('throttle_bucket') == 1
        count('vanished_session') == 2
    }

    def "vouchers are forgotten when nobody may come in by them, and finished errands when none could come back"() {
        given:
        Databases.byHand(database, """
                insert into voucher
                select gen_random_uuid(), '${OWNER}', 'sunrise', '', '', now() + make_interval(secs => second) from unnest(array[-1, 50]) second""")
        Databases.byHand(database, """
                insert into finished_errand
                select gen_random_uuid(), now() + make_interval(mins => minute) from unnest(array[-61, -59, 5]) minute""")

        when:
        upkeep.tidyUp()

        then:
        count('voucher') == 1
        count('finished_errand') == 2
    }

    def "several nodes at once get through more than one bite, and each row is deleted once"() {
        given:
        Databases.byHand(database, """
                insert into outbox (id, type, payload, occurred_at, recorded_at)
                select gen_random_uuid(), 'x', '{}', now(), now() - interval '31 days' from generate_series(1, 3500)""")

        when:
        def deleted = Race.of(3) { upkeep.tidyUp() }

        then:
        deleted.sum { it.events() } + count('outbox') == 3500
        upkeep.tidyUp().events() + deleted.sum { it.events() } == 3500
        count('outbox') == 0
    }

    private void session(String ended, String expires) {
        def at = ended == null ? 'null' : "now() + interval ${ended}"
        Databases.byHand(database, """
                insert into session values (
                  gen_random_uuid(), '${OWNER}', '', '', '', '', 1, now(), now(), now() + interval ${expires},
                  ${at}, case when ${at} is not null then 'logged_out' end, 0)""")
    }

    private long count(String table) {
        Databases.ask(database, "select count(*) from ${table}") as long
    }
}
