package dev.beranda.application.freshness

import dev.beranda.domain.freshness.FakeChanges
import dev.beranda.domain.freshness.Subject
import spock.lang.Specification

class FreshnessSpec extends Specification {

    def changes = new FakeChanges()
    def markMoment = new MarkMoment(changes)
    def checkFreshness = new CheckFreshness(changes)

    def "what was looked up at a moment is fresh until something in it changes"() {
        given:
        def moment = markMoment.mark().get()

        expect:
        isFresh([Subject.POSTS, Subject.LABELS], moment)

        when:
        changes.tell(Subject.LABELS)

        then:
        !isFresh([Subject.POSTS, Subject.LABELS], moment)
        isFresh([Subject.POSTS], moment)
        isFresh([Subject.LABELS], markMoment.mark().get())
    }

    def "while news may be missing nothing is fresh, and there is no moment to begin at"() {
        given:
        def moment = markMoment.mark().get()

        when:
        changes.hearing = false

        then:
        markMoment.mark().empty
        !isFresh([Subject.POSTS], moment)
    }

    private boolean isFresh(List<Subject> subjects, moment) {
        checkFreshness.isFresh(new CheckFreshness.Query(subjects as Set, moment))
    }
}
