package dev.beranda.domain.readership

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.post.PostId
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import java.time.Duration
import spock.lang.Specification

abstract class MarksContract extends Specification {

    abstract Marks getMarks()

    abstract Transactions getTransactions()

    /** Of somebody there is. */
    abstract UserId somebody()

    /** Of a post there is. */
    abstract PostId somePost()

    def now = People.NOW
    UserId ayu
    PostId post

    def setup() {
        ayu = somebody()
        post = somePost()
    }

    def "it is left once, however often it is left: #mark"() {
        expect:
        marks.leave(mark, post, ayu, now)
        !marks.leave(mark, post, ayu, now + Duration.ofDays(1))

        where:
        mark << Mark.values()
    }

    def "it can be taken back, and left again: #mark"() {
        expect:
        !marks.takeBack(mark, post, ayu)
        marks.leave(mark, post, ayu, now)
        marks.takeBack(mark, post, ayu)
        !marks.takeBack(mark, post, ayu)
        marks.leave(mark, post, ayu, now)

        where:
        mark << Mark.values()
    }

    def "each reader, each post and each kind is another: #mark"() {
        given:
        def other = Mark.values().find { it != mark }

        expect:
        marks.leave(mark, post, ayu, now)
        marks.leave(mark, post, somebody(), now)
        marks.leave(mark, somePost(), ayu, now)
        marks.leave(other, post, ayu, now)
        marks.takeBack(mark, post, ayu)
        !marks.leave(other, post, ayu, now)

        where:
        mark << Mark.values()
    }

    def "of fifty who leave it for one reader at once, one does: #mark"() {
        when:
        def left = Race.of(50) { transactions.write { marks.leave(mark, post, ayu, now) } }

        then:
        left.count(true) == 1
        left.count(false) == 49

        where:
        mark << Mark.values()
    }
}
