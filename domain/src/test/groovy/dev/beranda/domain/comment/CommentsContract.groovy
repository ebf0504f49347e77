package dev.beranda.domain.comment

import dev.beranda.domain.comment.Precedents.Found
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.Posts
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Prose
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.User
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

abstract class CommentsContract extends Specification {

    static final TELLING = 'Buy cheap watches today, and get another one free of charge!'

    abstract Comments getComments()

    abstract Reports getReports()

    abstract Precedents getPrecedents()

    abstract Posts getPosts()

    abstract Users getUsers()

    abstract Transactions getTransactions()

    def ayu = People.somebody()
    def budi = People.somebody()
    def post = Writings.draft(ayu.id())
    def now = People.NOW + Duration.ofMinutes(5)

    def setup() {
        [ayu, budi].each { users.add(it) }
        transactions.write {
            assert posts.claim(post.slug(), post.id())
            posts.add(post, Writings.typeset(post))
        }
    }

    def "a comment is found as it was added, wherever it stands"() {
        given:
        def thread = [said(ayu)]
        6.times { thread << answered(thread.last(), budi) }

        expect:
        thread.every { comments.find(it.id()).get() == it }
        comments.find(Remarks.newId()).empty
    }

    def "every standing is found again: #standing"() {
        given:
        def comment = said(ayu, standing: standing)

        expect:
        comments.find(comment.id()).get() == comment
        comments.anyPublished(ayu.id()) == standing instanceof Standing.Published
        !comments.anyPublished(budi.id())

        where:
        standing << [new Standing.Published(), new Standing.Rejected(), new Standing.Spam()] + Concern.values().collect { new Standing.Held(it) }
    }

    def "other words are kept, and what is deleted keeps none"() {
        given:
        def comment = said(ayu)

        when:
        def reworded = write { comments.reword(reworded(comment, 'Clearer.'), Remarks.typeset(comment)) }

        then:
        reworded.version() == 1
        comments.find(comment.id()).get() == reworded
        reworded.text() == new Markdown('Clearer.')

        when:
        def deleted = write { comments.save(reworded.delete(Remarks.participant(ayu.id()), now).comment()) }

        then:
        comments.find(comment.id()).get() == deleted
        deleted.version() == 2
        !comments.anyPublished(ayu.id())
    }

    def "who saves what somebody else saved since is told so, and nothing is lost"() {
        given:
        def comment = said(ayu)
        write { comments.reword(reworded(comment, 'First.'), Remarks.typeset(comment)) }

        when:
        write { save(comments, comment.delete(Remarks.participant(ayu.id()), now).comment(), comment) }

        then:
        thrown(StaleAggregate)
        comments.find(comment.id()).get().text() == new Markdown('First.')

        where:
        save << [
            { Comments all, Comment gone, Comment one -> all.save(gone) },
            { Comments all, Comment gone, Comment one -> all.reword(one, Remarks.typeset(one)) }]
    }

    def "each complains once, until somebody judges, and then others may"() {
        given:
        def comment = said(ayu)
        def people = (1..4).collect { somebody() }

        expect:
        file(comment, people[0]) == OptionalInt.of(1)
        file(comment, people[0]).empty
        file(comment, people[1]) == OptionalInt.of(2)
        file(said(ayu), people[0]) == OptionalInt.of(1)

        when:
        write { reports.settle(comment.id()) }

        then:
        file(comment, people[0]).empty
        file(comment, people[2]) == OptionalInt.of(1)
        file(comment, people[3]) == OptionalInt.of(2)
        comments.find(comment.id()).get().version() == 0
    }

    def "of many who complain at once, each is counted"() {
        given:
        def comment = said(ayu)
        def people = (1..12).collect { somebody() }

        expect:
        Race.of(12) { i -> file(comment, people[i]).asInt }.toSet() == (1..12).toSet()
    }

    def "what was said lately is remembered, and the same in another dress"() {
        given:
        def first = said(ayu, text: TELLING, at: now - Duration.ofHours(2))
        said(ayu, text: TELLING.toUpperCase(), at: now)
        said(ayu, text: TELLING, at: now - Duration.ofDays(2))
        said(budi, text: TELLING.replace(' ', '-'), at: now)
        said(budi, text: TELLING, at: now)
        said(somebody(), text: "$TELLING Really.".toString(), at: now)

        expect:
        found(ayu.id(), TELLING) == new Found(1, 2, 1)
        found(ayu.id(), TELLING, first.id()) == new Found(1, 1, 1)
        found(somebody().id(), TELLING) == new Found(0, 0, 2)
        found(ayu.id(), 'Thanks') == new Found(1, 0, 0)
    }

    def "what is deleted is no precedent of its text"() {
        given:
        def comment = said(ayu, text: TELLING, at: now)
        write { comments.save(comment.delete(Remarks.participant(ayu.id()), now).comment()) }

        expect:
        found(budi.id(), TELLING) == new Found(0, 0, 0)
    }

    Comment said(Map<String, ?> wishes = [:], User author) {
        def comment = Remarks.said(wishes, post.id(), author.id())
        write { comments.add(comment, Remarks.typeset(comment)) }
        comment
    }

    Comment answered(Comment to, User author) {
        def comment = Remarks.answer(to, author.id())
        write { comments.add(comment, Remarks.typeset(comment)) }
        comment
    }

    User somebody() {
        def person = People.somebody()
        users.add(person)
        person
    }

    Comment reworded(Comment comment, String words) {
        comment.reword(ayu.id(), new Markdown(words), new Standing.Published(), now).comment()
    }

    OptionalInt file(Comment comment, User by) {
        write { reports.file(new Report(comment.id(), by.id(), ReportReason.ABUSE, new ReportNote('Rude.'), now)) }
    }

    Found found(UserId author, String words, CommentId except = Remarks.newId()) {
        precedents.of(author, Gist.of(new Prose(words)), except, now - Duration.ofMinutes(10), now - Duration.ofDays(1))
    }

    def <T> T write(Closure<T> work) {
        transactions.write(work)
    }
}
