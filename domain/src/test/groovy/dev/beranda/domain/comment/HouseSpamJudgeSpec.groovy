package dev.beranda.domain.comment

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Prose
import dev.beranda.domain.shared.SafeHtml
import dev.beranda.domain.shared.Typesetting.Typeset
import spock.lang.Specification

import static dev.beranda.domain.comment.Suspicion.DOUBTFUL
import static dev.beranda.domain.comment.Suspicion.NONE
import static dev.beranda.domain.comment.Suspicion.SPAM
import static dev.beranda.domain.comment.Trust.ACQUAINTANCE
import static dev.beranda.domain.comment.Trust.STRANGER

class HouseSpamJudgeSpec extends Specification {

    def "#links links of a #trust are #suspicion"() {
        expect:
        judge(trust, links) == suspicion

        where:
        trust        | links || suspicion
        STRANGER     | 2     || NONE
        STRANGER     | 3     || DOUBTFUL
        STRANGER     | 10    || SPAM
        ACQUAINTANCE | 5     || NONE
        ACQUAINTANCE | 6     || DOUBTFUL
        ACQUAINTANCE | 30    || SPAM
    }

    private static Suspicion judge(Trust trust, int links) {
        def html = '<p>So</p>' + '<a href="https://a.example">a</a>' * links
        new HouseSpamJudge().judge(new SpamJudge.Submission(
                Remarks.newId(), People.newId(), trust, new ClientAddress('192.0.2.1', '192.0.2.1'), new Markdown('So'),
                new Typeset(new SafeHtml(html), new Prose('So'), []), People.NOW))
    }
}
