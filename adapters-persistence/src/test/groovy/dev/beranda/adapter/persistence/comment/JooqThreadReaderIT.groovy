package dev.beranda.adapter.persistence.comment

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.Statements
import dev.beranda.adapter.persistence.post.PostChoice
import dev.beranda.application.comment.CaseOrder
import dev.beranda.application.comment.CommentStatus
import dev.beranda.application.comment.ThreadOrder
import dev.beranda.application.post.Audience
import dev.beranda.application.shared.PageRequest
import dev.beranda.application.shared.Position
import dev.beranda.domain.comment.Comment
import dev.beranda.domain.comment.Comments
import dev.beranda.domain.comment.Concern
import dev.beranda.domain.comment.Report
import dev.beranda.domain.comment.ReportNote
import dev.beranda.domain.comment.ReportReason
import dev.beranda.domain.comment.Reports
import dev.beranda.domain.comment.Standing
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Writer
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import org.jooq.DSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqThreadReaderIT extends Specification {

    static final EVERYBODY = new Audience.Everybody()
    static final HELD = new Standing.Held(Concern.NEWCOMER)

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def asking = new Statements()
    def statements = asking.asked
    def sql = asking.of(node.get(DSLContext))
    def threads = new JooqThreadReader(sql, node.get(PostChoice))
    def cases = new JooqCaseReader(sql)
    def comments = node.get(Comments)
    def ayu = People.somebody(displayName: 'Ayu')
    def budi = People.somebody()
    Post post

    def setup() {
        [ayu, budi].each { node.get(Users).add(it) }
        post = published()
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "a discussion is read thread by thread, each answer behind what it answers, in one statement"() {
        given:
        def a = said(budi.id())
        def b = said(ayu.id())
        def a1 = answered(a)
        def a2 = answered(a)
        def a11 = answered(a1)
        def b1 = answered(b)
        said(budi.id(), standing: HELD)
        said(budi.id(), [:], published())

        expect:
        ids(ThreadOrder.OLDEST) == [a, a1, a11, a2, b, b1]*.id()
        ids(ThreadOrder.NEWEST) == [b, b1, a, a1, a11, a2]*.id()
        statements.size() == 2

        and:
        def seen = page(ThreadOrder.OLDEST).items()
        seen*.depth() == [0, 1, 2, 1, 0, 1]
        seen*.parent() == [null, a.id(), a1.id(), a.id(), null, b.id()]
        seen[4].author().displayName().value() == 'Ayu'
        seen[0].html().value() == '<p>Well said.</p>'
        threads.list(new PostKey.Address(post.slug()), EVERYBODY, ThreadOrder.OLDEST, new PageRequest(20, null, true)).get().total() == 6
    }

    def "page by page nothing is missed or seen twice while others answer: #order"() {
        given:
        def roots = (1..5).collect { said(budi.id()) }
        def all = roots + roots.collectMany { root -> (1..3).collect { answered(root) } }

        when:
        def seen = []
        Position after = null
        while (true) {
            def page = page(order, new PageRequest(3, after, false))
            seen.addAll(page.items()*.id())
            after = page.next()
            if (after == null) {
                break
            }
            answered(roots[seen.size() % 5])
        }

        then:
        seen.toSet().size() == seen.size()
        seen.containsAll(all*.id())

        where:
        order << ThreadOrder.values()
    }

    def "of what is deleted or withheld the place is kept as long as something below is to be read"() {
        given:
        def gone = said(budi.id())
        def withheld = answered(gone)
        def answer = answered(withheld)
        def lonely = said(budi.id())

        when:
        save(gone.delete(Remarks.participant(budi.id()), People.NOW).comment())
        save(withheld.hear(9, People.NOW).comment())
        save(lonely.delete(Remarks.participant(budi.id()), People.NOW).comment())

        then:
        def seen = page(ThreadOrder.OLDEST).items()
        seen*.id() == [gone, withheld, answer]*.id()
        seen*.status() == [CommentStatus.DELETED, CommentStatus.HIDDEN, CommentStatus.PUBLISHED]
        seen.take(2).every { it.author() == null && it.text() == null && it.html() == null }
        threads.find(gone.id(), EVERYBODY).get().text() == null
        threads.find(lonely.id(), EVERYBODY).empty
        threads.find(lonely.id(), one(budi.id())).empty

        when:
        save(answer.delete(editor(), People.NOW).comment())

        then:
        ids(ThreadOrder.OLDEST) == []
    }

    def "what stands as #standing is seen by #who as #seen"() {
        given:
        def comment = said(budi.id(), standing: standing)
        def audience = [everybody: EVERYBODY, other: one(ayu.id()), author: one(budi.id()), editor: one(ayu.id(), Role.EDITOR)][who]

        expect:
        threads.find(comment.id(), audience).map { it.status() }.orElse(null) == seen

        where:
        standing               | who         || seen
        HELD                   | 'everybody' || null
        HELD                   | 'other'     || null
        HELD                   | 'author'    || CommentStatus.HELD
        HELD                   | 'editor'    || CommentStatus.HELD
        new Standing.Spam()    | 'author'    || CommentStatus.HELD
        new Standing.Spam()    | 'editor'    || CommentStatus.SPAM
        new Standing.Spam()    | 'other'     || null
        new Standing.Rejected() | 'author'   || CommentStatus.REJECTED
        new Standing.Published() | 'everybody' || CommentStatus.PUBLISHED
    }

    def "what nobody can read has no discussion but for who works on it"() {
        given:
        def comment = said(budi.id())
        def writer = Writings.writer(ayu.id())

        when:
        node.get(Posts).save(post.unpublish(writer, People.NOW + Duration.ofHours(1)).post())

        then:
        list(EVERYBODY).empty
        list(one(budi.id())).empty
        list(one(ayu.id())).get().items()*.id() == [comment.id()]
        list(one(budi.id(), Role.EDITOR)).present
        threads.find(comment.id(), EVERYBODY).empty
        threads.find(comment.id(), one(budi.id())).present
        threads.list(new PostKey.Id(Writings.newId()), EVERYBODY, ThreadOrder.OLDEST, new PageRequest(20, null, false)).empty
    }

    def "ten thousand comments are read by an index, a page as quickly as any"() {
        given:
        Databases.byHand(database, """
            with roots as materialized (select uuidv7() as id from generate_series(1, 100)),
                 answers as materialized (select r.id as root, uuidv7() as id from roots r, generate_series(1, 99)),
                 all_of_them as (select id, array[id] as path from roots union all select id, array[root, id] from answers)
            insert into comment (id, post_id, path, newest_first, author_id, markdown, html, edition, state, shown, written_at, worded_at, version)
            select id, '${post.id()}', path, path[1], '${budi.id()}', 'So', '<p>So</p>', 1, 'published', true, now(), now(), 0 from all_of_them""")
        Databases.byHand(database, 'analyze comment')

        when:
        def seen = []
        Position after = null
        int pages = 0
        do {
            def page = page(ThreadOrder.OLDEST, new PageRequest(100, after, false))
            seen.addAll(page.items()*.id())
            after = page.next()
            pages++
        } while (after != null)

        then:
        pages == 100
        statements.size() == 100
        seen.size() == 10_000
        seen.toSet().size() == 10_000

        and:
        def plan = sql.fetch("explain ${statements.last()}".toString()).into(String).join('\n')
        plan.contains('comment_thread')
        !plan.contains('Seq Scan on comment')
    }

    def "those who judge go through what waits, what stands as they ask, or what readers complain about"() {
        given:
        def held = (1..3).collect { said(budi.id(), standing: HELD) }
        def out = (1..3).collect { said(budi.id()) }
        report(out[0], ayu.id(), 'Rude.\nTwice.', 2)
        report(out[2], ayu.id(), '', 1)

        expect:
        queue(CommentStatus.HELD, CaseOrder.NEWEST) == held.reverse()*.id()
        queue(CommentStatus.HELD, CaseOrder.OLDEST) == held*.id()
        queue(CommentStatus.PUBLISHED, CaseOrder.LAST_REPORTED) == [out[0], out[2]]*.id()
        queue(null, CaseOrder.LAST_REPORTED) == [out[0], out[2]]*.id()
        queue(CommentStatus.SPAM, CaseOrder.NEWEST) == []

        and:
        with(cases.list(null, CaseOrder.LAST_REPORTED, new PageRequest(20, null, true))) {
            total() == 2
            items()[0].complaints()*.note() == ['Rude.\nTwice.']
            items()[0].complaints()*.reason() == [ReportReason.ABUSE]
            items()[0].reports() == 1
            items()[0].slug() == post.slug()
            items()[1].complaints()*.note() == ['']
        }
        cases.list(CommentStatus.HELD, CaseOrder.NEWEST, new PageRequest(1, null, false)).items()[0].because() == Concern.NEWCOMER

        when:
        node.get(Transactions).write { node.get(Reports).settle(out[0].id()) }

        then:
        queue(null, CaseOrder.LAST_REPORTED) == [out[2].id()]
    }

    private List queue(CommentStatus status, CaseOrder order) {
        def seen = []
        Position after = null
        do {
            def page = cases.list(status, order, new PageRequest(1, after, false))
            seen.addAll(page.items()*.comment()*.id())
            after = page.next()
        } while (after != null)
        seen
    }

    private void report(Comment comment, UserId by, String note, int minutes) {
        node.get(Transactions).write {
            node.get(Reports).file(new Report(
                    comment.id(), by, ReportReason.ABUSE, new ReportNote(note), People.NOW + Duration.ofMinutes(minutes)))
        }
    }

    private static Audience one(UserId user, Role role = Role.READER) {
        new Audience.One(new Writer(user, role))
    }

    private editor() {
        Remarks.participant(ayu.id(), Role.EDITOR)
    }

    private list(Audience audience) {
        threads.list(new PostKey.Id(post.id()), audience, ThreadOrder.OLDEST, new PageRequest(20, null, false))
    }

    private page(ThreadOrder order, PageRequest page = new PageRequest(20, null, false)) {
        threads.list(new PostKey.Id(post.id()), EVERYBODY, order, page).get()
    }

    private List ids(ThreadOrder order) {
        page(order).items()*.id()
    }

    private Post published() {
        def draft = Writings.draft(ayu.id())
        def out = draft.publish(Writings.writer(ayu.id()), People.NOW).post()
        node.get(Transactions).write {
            node.get(Posts).claim(out.slug(), out.id())
            node.get(Posts).add(out, Writings.typeset(out))
        }
        out
    }

    private Comment said(UserId by, Map<String, ?> wishes = [:], Post about = post) {
        add(Remarks.said(wishes, about.id(), by))
    }

    private Comment said(Map<String, ?> wishes, UserId by) {
        said(by, wishes)
    }

    private Comment answered(Comment to) {
        add(Remarks.answer(to, budi.id()))
    }

    private Comment add(Comment comment) {
        node.get(Transactions).write { comments.add(comment, Remarks.typeset(comment)) }
        comment
    }

    private void save(Comment comment) {
        node.get(Transactions).write { comments.save(comment) }
    }
}
