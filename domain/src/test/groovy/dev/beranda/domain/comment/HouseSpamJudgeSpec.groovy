package dev.beranda.domain.comment

import dev.beranda.domain.comment.Precedents.Found
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Prose
import dev.beranda.domain.shared.SafeHtml
import dev.beranda.domain.shared.Typesetting.Typeset
import java.time.Duration
import spock.lang.Specification

import static dev.beranda.domain.comment.Suspicion.DOUBTFUL
import static dev.beranda.domain.comment.Suspicion.NONE
import static dev.beranda.domain.comment.Suspicion.SPAM
import static dev.beranda.domain.comment.Trust.ACQUAINTANCE
import static dev.beranda.domain.comment.Trust.STRANGER

class HouseSpamJudgeSpec extends Specification {

    def "#links links of a #trust are #suspicion"() {
        expect:
        judge(trust, links, new Found(0, 0, 0)) == suspicion

        where:
        trust        | links || suspicion
        STRANGER     | 2     || NONE
        STRANGER     | 3     || DOUBTFUL
        STRANGER     | 10    || SPAM
        ACQUAINTANCE | 5     || NONE
        ACQUAINTANCE | 6     || DOUBTFUL
        ACQUAINTANCE | 30    || SPAM
    }

    def "what a #trust said #own times lately, #alike times alike and others #others times is #suspicion"() {
        expect:
        judge(trust, 0, new Found(own, alike, others)) == suspicion

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

    def "the worst of all it sees counts"() {
        expect:
        judge(STRANGER, 3, new Found(0, 0, 3)) == SPAM
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

    private static Suspicion judge(Trust trust, int links, Found found) {
        def asked = []
        def judge = new HouseSpamJudge({ author, gist, except, lately, recently ->
            asked << [lately, recently]
            found
        } as Precedents)
        def html = '<p>So</p>' + '<a href="https://a.example">a</a>' * links
        def verdict = judge.judge(new SpamJudge.Submission(
                Remarks.newId(), People.newId(), trust, new ClientAddress('192.0.2.1', '192.0.2.1'), new Markdown('So'),
                new Typeset(new SafeHtml(html), new Prose('So'), []), People.NOW))
        assert asked == [[People.NOW - Duration.ofMinutes(10), People.NOW - Duration.ofDays(1)]]
        verdict
    }
}
