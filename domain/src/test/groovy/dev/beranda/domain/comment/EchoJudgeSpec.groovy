package dev.beranda.domain.comment

import dev.beranda.domain.comment.Precedents.Found
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.shared.Prose
import java.time.Duration
import spock.lang.Specification

import static dev.beranda.domain.comment.Suspicion.DOUBTFUL
import static dev.beranda.domain.comment.Suspicion.NONE
import static dev.beranda.domain.comment.Suspicion.SPAM
import static dev.beranda.domain.comment.Trust.ACQUAINTANCE
import static dev.beranda.domain.comment.Trust.HOST
import static dev.beranda.domain.comment.Trust.STRANGER

class EchoJudgeSpec extends Specification {

    def "what a #trust said #own times lately, #alike times alike and others #others times is #suspicion"() {
        expect:
        judge(trust, new Found(own, alike, others)) == suspicion

        where:
        trust        | own | alike | others || suspicion
        STRANGER     | 19  | 0     | 0      || NONE
        STRANGER     | 20  | 0     | 0      || DOUBTFUL
        ACQUAINTANCE | 99  | 0     | 0      || NONE
        ACQUAINTANCE | 100 | 0     | 0      || DOUBTFUL
        STRANGER     | 1   | 1     | 0      || DOUBTFUL
        STRANGER     | 3   | 3     | 0      || SPAM
        ACQUAINTANCE | 3   | 3     | 0      || DOUBTFUL
        STRANGER     | 0   | 0     | 1      || DOUBTFUL
        STRANGER     | 0   | 0     | 3      || SPAM
        ACQUAINTANCE | 0   | 0     | 9      || DOUBTFUL
    }

    def "hosts are not asked"() {
        given:
        def judge = new EchoJudge({ author, gist, except, lately, recently -> throw new AssertionError() } as Precedents)

        expect:
        judge.judge(Remarks.newId(), People.newId(), HOST, new Prose('So'), People.NOW) == NONE
    }

    def "the same in another dress is the same: #other"() {
        expect:
        gist(other) == gist('Buy cheap watches today, and get another free of charge!')
        gist(other).isTelling()

        where:
        other << [
            'BUY CHEAP WATCHES today and get another free of charge',
            'Buy, cheap; watches. today and/get another free of charge?']
    }

    def "what many people say tells nothing"() {
        expect:
        ['Thank you!', 'Well said, I could not agree more.', '👍👍👍', '...'].every { !gist(it).isTelling() }
    }

    private static Gist gist(String words) {
        Gist.of(new Prose(words))
    }

    private static Suspicion judge(Trust trust, Found found) {
        def asked = []
        def judge = new EchoJudge({ author, gist, except, lately, recently ->
            asked << [lately, recently]
            found
        } as Precedents)
        def verdict = judge.judge(Remarks.newId(), People.newId(), trust, new Prose('So'), People.NOW)
        assert asked == [[People.NOW - Duration.ofMinutes(10), People.NOW - Duration.ofDays(1)]]
        verdict
    }
}
