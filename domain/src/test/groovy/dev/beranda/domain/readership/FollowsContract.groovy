package dev.beranda.domain.readership

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import java.time.Duration
import spock.lang.Specification

abstract class FollowsContract extends Specification {

    abstract Follows getFollows()

    abstract Transactions getTransactions()

    /** Of somebody there is. */
    abstract UserId somebody()

    def now = People.NOW
    UserId ayu
    UserId budi

    def setup() {
        ayu = somebody()
        budi = somebody()
    }

    def "one follows once, and stops once"() {
        expect:
        follows.add(ayu, budi, now)
        !follows.add(ayu, budi, now + Duration.ofDays(1))
        follows.remove(ayu, budi)
        !follows.remove(ayu, budi)
        follows.add(ayu, budi, now)
    }

    def "who follows is not followed by that"() {
        expect:
        follows.add(ayu, budi, now)
        !follows.remove(budi, ayu)
        follows.add(budi, ayu, now)
        follows.remove(ayu, budi)
        !follows.add(budi, ayu, now)
    }

    def "of fifty who follow for one person at once, one does; and nobody waits in a ring for who follows back"() {
        when:
        def added = Race.of(50) { number ->
            transactions.write { number % 2 == 0 ? follows.add(ayu, budi, now) : follows.add(budi, ayu, now) }
        }

        then:
        added.count(true) == 2
        added.count(false) == 48
    }
}
