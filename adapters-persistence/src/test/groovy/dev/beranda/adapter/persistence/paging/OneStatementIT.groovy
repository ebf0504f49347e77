package dev.beranda.adapter.persistence.paging

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.Statements
import dev.beranda.adapter.persistence.activity.JooqActivityReader
import dev.beranda.adapter.persistence.administration.JooqPeopleReader
import dev.beranda.adapter.persistence.audit.JooqAuditReader
import dev.beranda.adapter.persistence.comment.JooqCaseReader
import dev.beranda.adapter.persistence.comment.JooqThreadReader
import dev.beranda.adapter.persistence.media.JooqMediaReader
import dev.beranda.adapter.persistence.post.JooqPostReader
import dev.beranda.adapter.persistence.post.JooqRevisionReader
import dev.beranda.adapter.persistence.post.PostCards
import dev.beranda.adapter.persistence.post.PostChoice
import dev.beranda.adapter.persistence.readership.JooqReadershipReader
import dev.beranda.adapter.persistence.tag.JooqTagReader
import dev.beranda.application.administration.PeopleReader
import dev.beranda.application.administration.PersonOrder
import dev.beranda.application.audit.AuditReader
import dev.beranda.application.comment.CaseOrder
import dev.beranda.application.comment.ThreadOrder
import dev.beranda.application.post.Audience
import dev.beranda.application.post.PostOrder
import dev.beranda.application.post.PostReader
import dev.beranda.application.post.PostStatus
import dev.beranda.application.readership.ReadershipReader
import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.application.tag.TagOrder
import dev.beranda.application.tag.TagReader
import dev.beranda.domain.comment.Comments
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Posts
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import org.jooq.DSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/// A list is asked for in one statement, however many rows it has and whatever stands with each.
class OneStatementIT extends Specification {

    static final FIRST = Writings.newId()

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def statements = new Statements()
    def sql = statements.of(node.get(DSLContext))
    def ayu = People.somebody()
    def budi = People.somebody()
    Post post

    def setup() {
        [ayu, budi].each { node.get(Users).add(it) }
        (1..3).each { number ->
            post = add(Writings.draft(ayu.id(), id: number == 1 ? FIRST : Writings.newId()).publish(Writings.writer(ayu.id()), People.NOW).post())
            add(Writings.draft(ayu.id()))
            say(post)
            byHand("""insert into tag (id, slug, name, name_key, post_count, created_at, version)
                    values ('${UUID.randomUUID()}', 'rain-$number', 'Rain $number', 'rain $number', 3, now(), 0)""")
            byHand("""insert into media (id, owner_id, was, width, height, alt, bytes, uploaded_at)
                    values ('${UUID.randomUUID()}', '${ayu.id()}', 'jpeg', 4, 3, '', 5, now())""")
            byHand("""insert into audit_entry (id, at, actor, action, subject, address, request_id, before, after)
                    values ('${UUID.randomUUID()}', now(), '${ayu.id()}', 'test', 'test', '192.0.2.1', 'r', '{}', '{}')""")
            byHand("""insert into activity (id, user_id, at, kind, facts)
                    values ('${UUID.randomUUID()}', '${ayu.id()}', now(), 'logged_in', '{}')""")
            byHand("""insert into post_bookmark (user_id, post_id, kept_at) values ('${budi.id()}', '${post.id()}', now())""")
            byHand("""insert into post_revision (post_id, number, editor_id, title, excerpt, markdown, saved_at)
                    values ('$FIRST', $number, '${ayu.id()}', 'A walk', '', 'x', now())""")
            def other = People.somebody()
            node.get(Users).add(other)
            byHand("insert into follow (follower_id, followed_id, followed_at) values ('${budi.id()}', '${other.id()}', now())")
        }
        byHand("insert into follow (follower_id, followed_id, followed_at) values ('${budi.id()}', '${ayu.id()}', now())")
        byHand('insert into post_tag (post_id, tag_id, place) select p.id, t.id, 0 from post p, tag t')
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "#list"() {
        when:
        def page = question(this) as Page

        then:
        page.items().size() == 2
        page.next()
        statements.asked.size() == 1

        where:
        list              | question
        'posts'           | { it.posts(new PostReader.Selection.Visible(), PostOrder.NEWEST_FIRST) }
        'posts by likes'  | { it.posts(new PostReader.Selection.Visible(), new PostOrder(PostOrder.Key.LIKES, true)) }
        'posts of a tag'  | { it.posts(new PostReader.Selection.Visible(), PostOrder.NEWEST_FIRST, new Slug('rain-1')) }
        'drafts'          | { it.posts(new PostReader.Selection.OnTheDesk(Writings.writer(it.ayu.id(), Role.EDITOR), PostStatus.DRAFT), PostOrder.LAST_TOUCHED_FIRST) }
        'revisions'       | { new JooqRevisionReader(it.sql).list(FIRST, it.page()) }
        'comments'        | { new JooqThreadReader(it.sql, it.node.get(PostChoice)).list(new PostKey.Id(it.post.id()), new Audience.Everybody(), ThreadOrder.OLDEST, it.page()).get() }
        'cases'           | { new JooqCaseReader(it.sql).list(null, CaseOrder.NEWEST, it.page()) }
        'tags'            | { new JooqTagReader(it.sql).list(new TagReader.Which(null, false), TagOrder.BY_NAME, it.page()) }
        'media'           | { new JooqMediaReader(it.sql).list(it.ayu.id(), it.page()) }
        'bookmarks'       | { it.readership().bookmarks(it.budi.id(), it.page()) }
        'the feed'        | { it.readership().feed(it.budi.id(), it.page()) }
        'who is followed' | { it.readership().followed(it.budi.id(), it.page()) }
        'people'          | { new JooqPeopleReader(it.sql).list(new PeopleReader.Which(null, null, null), PersonOrder.USUAL, it.page()) }
        'the audit log'   | { new JooqAuditReader(it.sql).list(new AuditReader.Which(null, null, null, null, null), it.page()) }
        'the security log' | { new JooqActivityReader(it.sql).list(it.ayu.id(), it.page()) }
    }

    PageRequest page() {
        new PageRequest(2, null, false)
    }

    Page posts(PostReader.Selection selection, PostOrder order, Slug tag = null) {
        new JooqPostReader(sql, node.get(PostCards), node.get(PostChoice))
                .list(selection, new PostReader.Which(tag, null, null, null, null), order, page())
    }

    ReadershipReader readership() {
        new JooqReadershipReader(sql, node.get(PostCards))
    }

    private Post add(Post post) {
        node.get(Transactions).write {
            node.get(Posts).claim(post.slug(), post.id())
            node.get(Posts).add(post, Writings.typeset(post))
        }
        post
    }

    private void say(Post post) {
        node.get(Transactions).write {
            3.times {
                def comment = Remarks.said(post.id(), budi.id())
                node.get(Comments).add(comment, Remarks.typeset(comment))
            }
        }
    }

    private void byHand(String statement) {
        Databases.byHand(database, statement)
    }
}
