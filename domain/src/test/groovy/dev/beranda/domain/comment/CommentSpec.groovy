package dev.beranda.domain.comment

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Role
import java.time.Duration
import spock.lang.Specification

class CommentSpec extends Specification {

    static final NOW = People.NOW + Duration.ofMinutes(5)
    static final OUT = new Standing.Published()
    static final HELD = new Standing.Held(Concern.NEWCOMER)
    static final DOUBTED = new Standing.Held(Concern.SUSPICION)
    static final REJECTED = new Standing.Rejected()
    static final SPAM = new Standing.Spam()
    static final DELETED = new Standing.Deleted()

    def post = Writings.newId()
    def ayu = People.newId()
    def other = Remarks.participant(People.newId())
    def editor = Remarks.participant(People.newId(), Role.EDITOR)
    def comment = Remarks.said(post, ayu)

    def "answers stand below what they answer, and at the deepest beside it"() {
        given:
        def thread = [comment]
        7.times { thread << Remarks.answer(thread.last(), ayu) }

        expect:
        thread*.place()*.depth() == [0, 1, 2, 3, 4, 5, 5, 5]
        thread[1].place().path() == [comment.id(), thread[1].id()]
        thread[7].place().path() == thread[0..4]*.id() + [thread[7].id()]
        thread[7].answering() == new Answering.Another(thread[6].id())
        thread*.post().toSet() == [post] as Set
    }

    def "its author may word it anew until the window closes: #after"() {
        expect:
        decision.isInstance(comment.reword(ayu, text('Clearer.'), OUT, People.NOW + after))

        where:
        after                            || decision
        Duration.ZERO                    || Rewording.Reworded
        Comment.EDIT_WINDOW              || Rewording.Reworded
        Comment.EDIT_WINDOW.plusNanos(1) || Rewording.WindowClosed
    }

    def "nobody else may, not even an editor"() {
        expect:
        comment.reword(other.id(), text('x'), OUT, NOW) instanceof Rewording.NotTheAuthor
        comment.reword(editor.id(), text('x'), OUT, NOW) instanceof Rewording.NotTheAuthor
        standing(DELETED).reword(ayu, text('x'), OUT, NOW) instanceof Rewording.Settled
        standing(REJECTED).reword(ayu, text('x'), OUT, NOW) instanceof Rewording.Settled
    }

    def "to say the same again is no change"() {
        expect:
        comment.reword(ayu, comment.text(), DOUBTED, NOW) == new Rewording.Unchanged(comment)
    }

    def "other words of what stands as #before, received as #received, stand as #after: #news"() {
        when:
        def reworded = standing(before).reword(ayu, text('Other.'), received, NOW)

        then:
        reworded.comment().standing() == after
        reworded.comment().text() == text('Other.')
        reworded.comment().wordedAt() == NOW
        reworded.comment().writtenAt() == People.NOW
        reworded.events()*.class == news

        where:
        before | received || after   | news
        OUT    | OUT      || OUT     | [CommentEvent.Reworded]
        OUT    | DOUBTED  || DOUBTED | [CommentEvent.Reworded, CommentEvent.Withheld]
        OUT    | SPAM     || SPAM    | [CommentEvent.Reworded, CommentEvent.Withheld]
        HELD   | OUT      || HELD    | [CommentEvent.Reworded]
        HELD   | SPAM     || SPAM    | [CommentEvent.Reworded]
        SPAM   | OUT      || SPAM    | [CommentEvent.Reworded]
    }

    def "its author and editors delete it, for good, and its text is gone"() {
        expect:
        comment.delete(other, NOW) instanceof Removal.NotTheirs
        [Remarks.participant(ayu), editor].every { by ->
            def removal = comment.delete(by, NOW)
            assert removal.comment().standing() == DELETED
            assert removal.comment().text().isBlank()
            assert removal.event() == new CommentEvent.Deleted(comment.id(), post, by.id(), NOW)
            assert removal.comment().delete(by, NOW) instanceof Removal.Unchanged
            true
        }
    }

    def "an editor who says #step makes #before #after"() {
        when:
        def ruling = judge(step, standing(before))

        then:
        ruling instanceof Ruling.Ruled
        ruling.comment().standing() == after
        ruling.event().class == news

        where:
        before   | step      || after    | news
        HELD     | 'approve' || OUT      | CommentEvent.Published
        REJECTED | 'approve' || OUT      | CommentEvent.Published
        SPAM     | 'approve' || OUT      | CommentEvent.Published
        HELD     | 'reject'  || REJECTED | CommentEvent.Rejected
        OUT      | 'reject'  || REJECTED | CommentEvent.Rejected
        HELD     | 'spam'    || SPAM     | CommentEvent.MarkedAsSpam
        OUT      | 'spam'    || SPAM     | CommentEvent.MarkedAsSpam
    }

    def "what stands so already does not change, what is deleted is not judged, and others judge nothing"() {
        expect:
        judge('approve', comment) == new Ruling.Unchanged(comment)
        ['approve', 'reject', 'spam'].every { judge(it, standing(DELETED)) instanceof Ruling.Gone }
        ['approve', 'reject', 'spam'].every { judge(it, standing(HELD), other) instanceof Ruling.NotTheirs }
        judge('approve', standing(HELD), Remarks.participant(ayu, Role.AUTHOR)) instanceof Ruling.NotTheirs
    }

    def "it is withheld when enough people complain"() {
        expect:
        comment.hear(Comment.TOO_MANY_REPORTS - 1, NOW) instanceof Complaint.Noted
        standing(REJECTED).hear(99, NOW) instanceof Complaint.Noted

        when:
        def complaint = comment.hear(Comment.TOO_MANY_REPORTS, NOW)

        then:
        complaint.comment().standing() == new Standing.Held(Concern.REPORTS)
        complaint.event() == new CommentEvent.Withheld(comment.id(), post, Concern.REPORTS, NOW)
    }

    def "nothing is said by nobody, and nothing is left of what is deleted"() {
        when:
        new Comment(
                comment.id(), post, comment.place(), comment.answering(), comment.author(), text, standing, NOW, NOW, 0)

        then:
        thrown(IllegalArgumentException)

        where:
        text       | standing
        text('')   | OUT
        text('So') | DELETED
    }

    private static Ruling judge(String step, Comment one, Participant by = Remarks.participant(People.newId(), Role.EDITOR)) {
        switch (step) {
            case 'approve': return one.approve(by, NOW)
            case 'reject': return one.reject(by, NOW)
            case 'spam': return one.markAsSpam(by, NOW)
        }
    }

    private Comment standing(Standing standing) {
        def words = standing instanceof Standing.Deleted ? text('') : comment.text()
        new Comment(
                comment.id(), post, comment.place(), comment.answering(), comment.author(), words, standing,
                comment.writtenAt(), comment.wordedAt(), 0)
    }

    private static Markdown text(String words) {
        new Markdown(words)
    }
}
