package dev.beranda.application.comment

import dev.beranda.application.post.Audience
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.audit.FakeAuditLog
import dev.beranda.domain.comment.Comment
import dev.beranda.domain.comment.CommentEvent
import dev.beranda.domain.comment.CommentId
import dev.beranda.domain.comment.Concern
import dev.beranda.domain.comment.EchoJudge
import dev.beranda.domain.comment.FakeComments
import dev.beranda.domain.comment.Moderation
import dev.beranda.domain.comment.Participant
import dev.beranda.domain.comment.Precedents
import dev.beranda.domain.comment.ReportNote
import dev.beranda.domain.comment.ReportReason
import dev.beranda.domain.comment.SpamJudge
import dev.beranda.domain.comment.Standing
import dev.beranda.domain.comment.Suspicion
import dev.beranda.domain.comment.Trust
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.FakePosts
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.FakeThrottle
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.FakeTypesetter
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.RecordedEvents
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.SequentialUuids
import java.time.Duration
import spock.lang.Specification

class CommentingSpec extends Specification {

    static final SOMEWHERE = new ClientAddress('203.0.113.7', '203.0.113.7')
    static final ORIGIN = new Origin(SOMEWHERE, 'r1')
    static final ANY = new BasedOn.Any()

    def clock = new SettableClock()
    def comments = new FakeComments()
    def posts = new FakePosts()
    def events = new RecordedEvents()
    def auditLog = new FakeAuditLog()
    def transactions = new FakeTransactions(comments, posts, events, auditLog)
    def throttle = new FakeThrottle(clock)
    def typesetter = new FakeTypesetter()
    def uuids = new SequentialUuids()
    def suspicion = Suspicion.NONE
    List<SpamJudge.Submission> judged = []
    def judge = { judged << it; suspicion } as SpamJudge
    def judgeComment = new JudgeComment(judge, comments, clock)
    def precedents = { author, gist, except, lately, recently ->
        assert transactions.open
        comments.of(author, gist, except, lately, recently)
    } as Precedents
    def echoJudge = new EchoJudge(precedents)
    def threads = new FakeThreads(comments, posts, clock)

    def reader = Remarks.participant(People.newId())
    def other = Remarks.participant(People.newId())
    def editor = Remarks.participant(People.newId(), Role.EDITOR)
    def author = Remarks.participant(People.newId(), Role.AUTHOR)
    def post = published(author)

    def "what somebody says is shown at once, and told"() {
        when:
        def comment = write(reader).comment()

        then:
        comment.status() == CommentStatus.PUBLISHED
        comment.html().value() == '<p>Well said.</p>'
        comments.find(comment.id()).get().author().is(reader.id())
        events.all == [
                new CommentEvent.Written(comment.id(), post.id(), reader.id(), clock.instant()),
                new CommentEvent.Published(comment.id(), post.id(), clock.instant())]
        judged*.author() == [reader.id()]
        judged*.trust() == [Trust.STRANGER]
        judged*.from() == [SOMEWHERE]
    }

    def "where the rule is #rule, the first of #who is #status"() {
        when:
        def outcome = write(rule: rule, this."$who")

        then:
        outcome.comment().status() == status
        events.all.any { it instanceof CommentEvent.Published } == (status == CommentStatus.PUBLISHED)

        where:
        rule                  | who      || status
        Moderation.HELD_FIRST | 'reader' || CommentStatus.HELD
        Moderation.HELD_FIRST | 'author' || CommentStatus.PUBLISHED
        Moderation.HELD_ALL   | 'reader' || CommentStatus.HELD
        Moderation.HELD_ALL   | 'editor' || CommentStatus.PUBLISHED
    }

    def "who had something approved is trusted"() {
        given:
        def first = write(rule: Moderation.HELD_FIRST, reader).comment()

        expect:
        write(rule: Moderation.HELD_FIRST, reader).comment().status() == CommentStatus.HELD

        when:
        moderate(editor, first.id(), ModerateComment.Step.APPROVE)

        then:
        write(rule: Moderation.HELD_FIRST, reader).comment().status() == CommentStatus.PUBLISHED
        judged.last().trust() == Trust.ACQUAINTANCE
    }

    def "what looks like spam is not shown, and who sends it does not learn what it is taken for"() {
        given:
        suspicion = looks

        when:
        def written = write(reader).comment()

        then:
        written.status() == CommentStatus.HELD
        comments.find(written.id()).get().standing() == standing

        and:
        write(editor).comment().status() == CommentStatus.PUBLISHED
        judged.size() == 1

        where:
        looks              || standing
        Suspicion.DOUBTFUL || new Standing.Held(Concern.SUSPICION)
        Suspicion.SPAM     || new Standing.Spam()
    }

    def "what is said again in another dress waits, whoever says it; haste waits, too"() {
        given:
        def words = 'Buy cheap watches today, and get another one free of charge!'

        expect:
        write(reader, text: words).comment().status() == CommentStatus.PUBLISHED
        write(reader, text: words.toUpperCase()).comment().status() == CommentStatus.HELD
        (1..3).collect { write(Remarks.participant(People.newId()), text: words); comments.all.last().standing() } ==
                [new Standing.Held(Concern.SUSPICION), new Standing.Held(Concern.SUSPICION), new Standing.Spam()]
        write(editor, text: words).comment().status() == CommentStatus.PUBLISHED
        write(author, text: words).comment().status() == CommentStatus.PUBLISHED

        and: "also when it is reworded to that"
        def theirs = write(other).comment()
        edit(other, theirs.id(), words).comment().status() == CommentStatus.HELD

        and:
        def hasty = Remarks.participant(People.newId())
        def rule = Moderation.HELD_ALL
        (1..21).collect { write(rule: rule, hasty); comments.all.last().standing().because() }.unique() == [Concern.HOUSE_RULE, Concern.SUSPICION]
    }

    def "who judges what was reworded says which words they read"() {
        given:
        def comment = write(rule: Moderation.HELD_ALL, reader).comment()
        clock.goOn(Duration.ofMinutes(1))
        edit(reader, comment.id(), 'Other words.')

        expect:
        ModerateComment.Step.values().every { moderate(editor, comment.id(), it) instanceof ModerateComment.Outcome.WhichWords }
        moderate(editor, comment.id(), ModerateComment.Step.APPROVE, new BasedOn.OneOf([0L] as Set)) instanceof ModerateComment.Outcome.Stale
        comments.find(comment.id()).get().standing() instanceof Standing.Held
        auditLog.all == []
        moderate(editor, comment.id(), ModerateComment.Step.APPROVE, new BasedOn.OneOf([1L] as Set)).comment().status() == CommentStatus.PUBLISHED
    }

    def "nobody comments on what nobody can read, and only who works on it learns that it is there"() {
        given:
        def draft = Writings.draft(author.id())
        add(draft)

        expect:
        write(post: draft, reader) instanceof WriteComment.Outcome.NoSuchPost
        write(post: draft, author) instanceof WriteComment.Outcome.NotPublished
        write(post: draft, editor) instanceof WriteComment.Outcome.NotPublished
        write(post: Writings.draft(author.id()), editor) instanceof WriteComment.Outcome.NoSuchPost
        comments.all == []
    }

    def "where comments are off, none are taken"() {
        expect:
        write(rule: Moderation.OFF, editor) instanceof WriteComment.Outcome.Closed
        comments.all == []
    }

    def "one answers what everybody reads, under the same post"() {
        given:
        def first = write(reader).comment()
        def held = write(rule: Moderation.HELD_ALL, reader).comment()

        when:
        def answer = write(parent: first.id(), other).comment()

        then:
        answer.parent() == first.id()
        answer.answered() == first.id()
        answer.depth() == 1

        and:
        write(parent: held.id(), reader) instanceof WriteComment.Outcome.NoSuchParent
        write(parent: Remarks.newId(), reader) instanceof WriteComment.Outcome.NoSuchParent
        write(post: published(author), parent: first.id(), reader) instanceof WriteComment.Outcome.NoSuchParent

        when:
        delete(reader, first.id())

        then:
        write(parent: first.id(), other) instanceof WriteComment.Outcome.NoSuchParent
    }

    def "what cannot be set in reasonable time is refused"() {
        expect:
        write(text: '>' * 200 + ' deep', reader) instanceof WriteComment.Outcome.TooTangled
        comments.all == []
    }

    def "nobody says too much at once, and no network does"() {
        expect:
        (1..30).every { write(reader) instanceof WriteComment.Outcome.Written }
        write(reader) == new WriteComment.Outcome.TooManyAttempts(WriteComment.PER_ACCOUNT, Duration.ofSeconds(20))
        (1..90).every { write(Remarks.participant(People.newId())) instanceof WriteComment.Outcome.Written }
        write(other) == new WriteComment.Outcome.TooManyAttempts(WriteComment.PER_NETWORK, Duration.ofSeconds(5))
        comments.all.size() == 120
    }

    def "its author rewords it until the window closes"() {
        given:
        def comment = write(reader).comment()

        expect:
        edit(reader, comment.id(), 'Clearer.').comment().text() == new Markdown('Clearer.')
        edit(reader, comment.id(), 'Clearer.').comment().version() == 1
        edit(reader, comment.id(), null).comment().version() == 1
        edit(other, comment.id(), 'Mine.') instanceof EditComment.Outcome.NotYours
        edit(editor, comment.id(), 'Mine.') instanceof EditComment.Outcome.NotYours
        edit(other, comment.id(), null) instanceof EditComment.Outcome.NotYours
        edit(reader, Remarks.newId(), 'x') instanceof EditComment.Outcome.NoSuchComment
        edit(reader, comment.id(), 'x', new BasedOn.OneOf([0L] as Set)) instanceof EditComment.Outcome.Stale

        when:
        clock.goOn(Comment.EDIT_WINDOW + Duration.ofNanos(1))

        then:
        edit(reader, comment.id(), 'Too late.') == new EditComment.Outcome.TooLate(clock.instant() - Duration.ofNanos(1))
        comments.find(comment.id()).get().text() == new Markdown('Clearer.')
    }

    def "other words are looked at as if they were new"() {
        given:
        def comment = write(reader).comment()
        suspicion = Suspicion.DOUBTFUL

        expect:
        edit(reader, comment.id(), 'Buy.').comment().status() == CommentStatus.HELD
        events.all.last() == new CommentEvent.Withheld(comment.id(), post.id(), Concern.SUSPICION, clock.instant())
        edit(other, comment.id(), 'x') instanceof EditComment.Outcome.NoSuchComment
    }

    def "its author and editors delete it; an editor's act is in the log"() {
        given:
        def mine = write(reader).comment()
        def theirs = write(other).comment()

        expect:
        delete(other, mine.id()) instanceof DeleteComment.Outcome.NotYours
        delete(reader, mine.id(), new BasedOn.OneOf([7L] as Set)) instanceof DeleteComment.Outcome.Stale
        delete(reader, mine.id()) instanceof DeleteComment.Outcome.Done
        delete(reader, mine.id()) instanceof DeleteComment.Outcome.Done
        auditLog.all == []
        delete(editor, theirs.id()) instanceof DeleteComment.Outcome.Done
        auditLog.all*.action() == [AuditAction.COMMENT_DELETED]
        auditLog.all*.subject() == [theirs.id().toString()]
        auditLog.all*.before() == [[status: 'published']]
        events.all.findAll { it instanceof CommentEvent.Deleted }*.comment() == [mine.id(), theirs.id()]
        delete(other, Remarks.newId()) instanceof DeleteComment.Outcome.NoSuchComment
    }

    def "what one cannot see one cannot delete, reword or report"() {
        given:
        def held = write(rule: Moderation.HELD_ALL, reader).comment()

        expect:
        delete(other, held.id()) instanceof DeleteComment.Outcome.NoSuchComment
        edit(other, held.id(), 'x') instanceof EditComment.Outcome.NoSuchComment
        report(other, held.id()) instanceof ReportComment.Outcome.NoSuchComment
    }

    def "editors judge, and every act is in the log"() {
        given:
        def comment = write(rule: Moderation.HELD_ALL, reader).comment()

        expect:
        moderate(reader, comment.id(), ModerateComment.Step.APPROVE) instanceof ModerateComment.Outcome.NotAllowed
        moderate(author, comment.id(), ModerateComment.Step.APPROVE) instanceof ModerateComment.Outcome.NotAllowed
        moderate(editor, comment.id(), ModerateComment.Step.APPROVE).comment().status() == CommentStatus.PUBLISHED
        moderate(editor, comment.id(), ModerateComment.Step.APPROVE).comment().status() == CommentStatus.PUBLISHED
        moderate(editor, comment.id(), ModerateComment.Step.REJECT).comment().status() == CommentStatus.REJECTED
        moderate(editor, comment.id(), ModerateComment.Step.SPAM).comment().status() == CommentStatus.SPAM
        moderate(editor, comment.id(), ModerateComment.Step.SPAM, new BasedOn.OneOf([0L] as Set)) instanceof ModerateComment.Outcome.Stale
        moderate(editor, Remarks.newId(), ModerateComment.Step.SPAM) instanceof ModerateComment.Outcome.NoSuchComment
        auditLog.all*.action() == [AuditAction.COMMENT_APPROVED, AuditAction.COMMENT_REJECTED, AuditAction.COMMENT_MARKED_AS_SPAM]
        auditLog.all*.before() == [[status: 'held'], [status: 'published'], [status: 'rejected']]
        auditLog.all*.actor().toSet() == [editor.id()] as Set

        when:
        delete(reader, comment.id())

        then:
        moderate(editor, comment.id(), ModerateComment.Step.APPROVE) instanceof ModerateComment.Outcome.Gone
    }

    def "each complains once, and when enough do it is withheld until somebody judges"() {
        given:
        def comment = write(reader).comment()
        def people = (1..5).collect { Remarks.participant(People.newId()) }

        expect:
        report(reader, comment.id()) instanceof ReportComment.Outcome.TheirOwn
        3.times { assert report(people[0], comment.id()) instanceof ReportComment.Outcome.Reported }
        report(people[1], comment.id()) instanceof ReportComment.Outcome.Reported
        comments.find(comment.id()).get().isPublished()

        when:
        report(people[2], comment.id())

        then:
        comments.find(comment.id()).get().standing() == new Standing.Held(Concern.REPORTS)
        events.all.count { it instanceof CommentEvent.Reported } == 3
        events.all.last() instanceof CommentEvent.Withheld
        report(people[3], comment.id()) instanceof ReportComment.Outcome.NoSuchComment

        when:
        moderate(editor, comment.id(), ModerateComment.Step.APPROVE)
        report(people[3], comment.id())
        report(people[4], comment.id())

        then:
        comments.open(comment.id()) == 2
        comments.find(comment.id()).get().isPublished()
    }

    def "nobody complains about everything"() {
        given:
        def ids = (1..21).collect { write(Remarks.participant(People.newId())).comment().id() }

        expect:
        ids.take(20).every { report(other, it) instanceof ReportComment.Outcome.Reported }
        report(other, ids.last()) == new ReportComment.Outcome.TooManyAttempts(ReportComment.PER_ACCOUNT, Duration.ofMinutes(3))
    }

    def "without more, the cases are those that wait; by complaints, all somebody complains about"() {
        given:
        def asked = []
        def listCases = new ListCases({ status, order, page -> asked << status; null } as CaseReader)

        when:
        listCases.list(new ListCases.Query(null, CaseOrder.NEWEST, null))
        listCases.list(new ListCases.Query(null, CaseOrder.LAST_REPORTED, null))
        listCases.list(new ListCases.Query(CommentStatus.SPAM, CaseOrder.LAST_REPORTED, null))

        then:
        asked == [CommentStatus.HELD, null, CommentStatus.SPAM]
    }

    private WriteComment.Outcome write(Map<String, ?> wishes = [:], Participant by) {
        def rule = wishes.rule as Moderation ?: Moderation.OPEN
        def about = wishes.post as Post ?: post
        new WriteComment(comments, posts, threads, judgeComment, echoJudge, rule, typesetter, events, transactions, throttle, uuids, clock)
                .write(new WriteComment.Command(
                        by, new PostKey.Id(about.id()), wishes.parent as CommentId, new Markdown(wishes.text as String ?: 'Well said.'), SOMEWHERE))
    }

    private EditComment.Outcome edit(Participant by, CommentId comment, String words, BasedOn seen = ANY) {
        new EditComment(comments, posts, threads, judgeComment, echoJudge, Moderation.OPEN, typesetter, events, transactions, throttle, clock)
                .edit(new EditComment.Command(by, comment, seen, words == null ? null : new Markdown(words), SOMEWHERE))
    }

    private DeleteComment.Outcome delete(Participant by, CommentId comment, BasedOn seen = ANY) {
        new DeleteComment(comments, comments, threads, auditLog, events, transactions, clock)
                .delete(new DeleteComment.Command(by, ORIGIN, comment, seen))
    }

    private ReportComment.Outcome report(Participant by, CommentId comment) {
        new ReportComment(comments, comments, threads, events, transactions, throttle, clock)
                .report(new ReportComment.Command(by.id(), comment, ReportReason.ABUSE, ReportNote.NONE))
    }

    private ModerateComment.Outcome moderate(Participant by, CommentId comment, ModerateComment.Step step, BasedOn seen = ANY) {
        new ModerateComment(comments, comments, threads, auditLog, events, transactions, clock)
                .moderate(new ModerateComment.Command(by, ORIGIN, comment, seen, step))
    }

    private Post published(Participant by) {
        def draft = Writings.draft(by.id())
        def out = draft.publish(Writings.writer(by.id()), clock.instant()).post()
        add(out)
        out
    }

    private void add(Post one) {
        posts.claim(one.slug(), one.id())
        posts.add(one, Writings.typeset(one))
    }
}
