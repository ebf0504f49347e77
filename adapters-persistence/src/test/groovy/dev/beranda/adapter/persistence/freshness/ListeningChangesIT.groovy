package dev.beranda.adapter.persistence.freshness

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.feed.ChangeFeed
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.freshness.Changes
import dev.beranda.domain.freshness.Subject
import dev.beranda.domain.post.PostId
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.domain.comment.Comments
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Writer
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class ListeningChangesIT extends Specification {

    static final CATEGORY = '019d0000-0000-7000-8000-0000000000c1'
    static final TAG = '019d0000-0000-7000-8000-0000000000d1'

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Changes changes = node.get(Changes)
    PollingConditions withinASecond = new PollingConditions(timeout: 1, delay: 0.02)
    PollingConditions soon = new PollingConditions(timeout: 10, delay: 0.02)

    def ayu = People.somebody()
    def post
    def draft

    def setup() {
        node.get(Users).add(ayu)
        post = written(true)
        draft = written(false)
        node.get(Transactions).write {
            node.get(Comments).with {
                def comment = Remarks.said(post.id(), ayu.id())
                it.add(comment, Remarks.typeset(comment))
            }
        }
        byHand("insert into category (id, slug, name, created_at, version) values ('$CATEGORY', 'food', 'Food', now(), 0)")
        byHand("insert into tag (id, slug, name, name_key, created_at, version) values ('$TAG', 'rain', 'Rain', 'rain', now(), 0)")
        soon.eventually {
            node.get(ChangeFeed).fresh
        }
        hearOut()
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "whoever changes what everybody may read, the node hears of it: #statement"() {
        given:
        def before = changes.now().get()

        when:
        byHand(statement)

        then:
        withinASecond.eventually {
            assert heardOf(before) == told as Set
        }

        where:
        statement                                                                              | told
        "update post set title = 'Other' where visible_from is not null"                      | ['posts', 'post']
        'update post set like_count = 7 where visible_from is not null'                         | ['posts', 'post']
        "update post set stage = 'withdrawn' where visible_from is not null"                  | ['posts', 'post']
        'update post set trashed_at = now() where visible_from is not null'                     | ['posts', 'post']
        "update post set stage = 'open', open_from = now() where visible_from is null"        | ['posts', 'draft']
        'delete from post where visible_from is not null'                                       | ['posts', 'post', 'threads', 'thread']
        "update post_text set html = 'Other' where html <> 'Other'"                         | ['posts', 'post', 'draft']
        "update comment set markdown = 'Other'"                                               | ['threads', 'thread']
        'delete from comment'                                                                   | ['threads', 'thread']
        "update tag set name = 'Other'"                                                       | ['tags', 'labels']
        'update tag set post_count = 3'                                                         | ['tags']
        'delete from tag'                                                                       | ['tags', 'labels']
        "update category set name = 'Other'"                                                  | ['categories', 'labels']
        'update category set post_count = 3'                                                    | ['categories']
        'delete from category'                                                                  | ['categories', 'labels']
        "insert into follow_count (user_id) select id from app_user"                            | ['person']
        "update app_user set display_name = 'Other'"                                          | ['person']
    }

    def "what changes nothing, or what nobody may read, is not told: #statement"() {
        given:
        def before = changes.now().get()

        when:
        byHand(statement)
        hearOut()

        then:
        heardOf(before).empty

        where:
        statement << [
                'update post set title = title',
                "update post set title = 'Other' where visible_from is null",
                'delete from post where visible_from is null',
                'update comment set markdown = markdown',
                'update tag set name = name',
                'update category set name = name',
        ]
    }

    def "who writes here is heard here before they have their answer"() {
        given:
        def before = changes.now().get()

        when:
        node.get(Transactions).write {
            node.get(Posts).save(post)
        }

        then:
        !changes.surelyNoneOf([Subject.post(post.id())] as Set, before)
        !changes.surelyNoneOf([Subject.POSTS] as Set, before)
    }

    def "what was not committed is not heard of"() {
        given:
        def before = changes.now().get()

        when:
        node.get(Transactions).write {
            node.get(Posts).save(post)
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        hearOut()
        heardOf(before).empty
    }

    private Set<String> heardOf(before) {
        [
                posts     : Subject.POSTS,
                labels    : Subject.LABELS,
                tags      : Subject.TAGS,
                categories: Subject.CATEGORIES,
                threads   : Subject.THREADS,
                thread    : Subject.thread(post.id()),
                post      : Subject.post(post.id()),
                draft     : Subject.post(draft.id()),
                person    : Subject.person(ayu.id()),
        ].findAll { !changes.surelyNoneOf([it.value] as Set, before) }.keySet()
    }

    /// Notices come in the order of the commits.
    private void hearOut() {
        def mark = new Subject("mark-${UUID.randomUUID()}".toString())
        def before = changes.now().get()
        byHand("select pg_notify('beranda', 'public:$mark.word')")
        soon.eventually {
            !changes.surelyNoneOf([mark] as Set, before)
        }
    }

    private def written(boolean out) {
        def post = Writings.draft(ayu.id())
        if (out) {
            post = post.publish(new Writer(ayu.id(), Role.AUTHOR), People.NOW).post()
        }
        node.get(Transactions).write {
            node.get(Posts).claim(post.slug(), post.id())
            node.get(Posts).add(post, Writings.typeset(post))
        }
        post
    }

    private void byHand(String statement) {
        Databases.byHand(database, statement)
    }
}
