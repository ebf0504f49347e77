package dev.beranda.application.post

import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.category.FakeCategories
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.media.FakeMedia
import dev.beranda.domain.post.Differences
import dev.beranda.domain.post.FakePosts
import dev.beranda.domain.post.FakeRevisions
import dev.beranda.domain.post.PostEvent
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Revision
import dev.beranda.domain.post.Writer
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.FakeTransliteration
import dev.beranda.domain.shared.FakeTypesetter
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.RecordedEvents
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.SafeHtml
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.tag.FakeTags
import dev.beranda.domain.tag.Tag
import dev.beranda.domain.tag.TagMint
import dev.beranda.domain.tag.TagName
import dev.beranda.domain.user.FakeUsers
import spock.lang.Specification

class RevisionsSpec extends Specification {

    static final PAGE = new PageRequest(20, null, false)

    def ayu = People.newId()
    def author = Writings.writer(ayu)
    def posts = new FakePosts()
    def revisions = new FakeRevisions()
    def tags = new FakeTags()
    def events = new RecordedEvents()
    def clock = new SettableClock()
    def transactions = new FakeTransactions(posts, revisions, tags, events)
    def reader = new Reader()
    def differences = { Markdown before, Markdown after -> "$before > $after".toString() } as Differences
    def editPost = new EditPost(
            posts, revisions, new FakeCategories(), new FakeMedia(new FakeUsers()), new TagMint(tags, new FakeTransliteration(), new SequentialUuids()),
            new Shown(), new FakeTypesetter(), events, transactions, clock)
    def listRevisions = new ListRevisions(posts, reader, clock)
    def showRevision = new ShowRevision(posts, reader, differences, clock)
    def restoreRevision = new RestoreRevision(posts, revisions, editPost, clock)
    def post = written()

    def "every save of the words is listed, the latest first"() {
        given:
        save('second')

        expect:
        list(author).revisions().items()*.number() == [2, 1]
        list(Writings.writer(People.newId(), Role.EDITOR)) instanceof ListRevisions.Outcome.Listed
    }

    def "a version is shown with what became different"() {
        given:
        save('second')

        expect:
        with(show(author, 2)) {
            revision().story().body() == new Markdown('second')
            change().before().revision().number() == 1
            change().difference() == 'first > second'
        }
        show(author, 1).change() == null
        show(author, 3) == new ShowRevision.Outcome.NoSuchRevision()
    }

    def "what was said once is said again, as one more save"() {
        given:
        save('second')

        when:
        def outcome = restore(author, 1)

        then:
        outcome instanceof RestoreRevision.Outcome.Restored
        posts.find(key).get().story().body() == new Markdown('first')
        posts.find(key).get().version() == 2
        revisions.all*.story()*.body()*.value() == ['first', 'second', 'first']
        events.all.count { it instanceof PostEvent.Edited } == 2

        and: "to say what it says already is none"
        restore(author, 3) instanceof RestoreRevision.Outcome.Restored
        restore(author, 1) instanceof RestoreRevision.Outcome.Restored
        revisions.all.size() == 3
    }

    def "it is filed again as it was, which is one more save"() {
        given:
        file('one')
        file('two')

        when:
        restore(author, 2)

        then:
        posts.find(key).get().filing().tags() == tags.obtain([Tag.coin(null, new TagName('one'), null, clock.instant())])
        posts.find(key).get().story().body() == new Markdown('first')
        revisions.all*.filed()*.filing()*.tags()*.size() == [0, 1, 1, 1]

        when:
        restore(author, 1)

        then:
        posts.find(key).get().filing().tags() == []
    }

    def "of what was saved before it was kept how it was filed, the words are said again"() {
        given:
        file('one')
        save('second')
        revisions.forgetFiling()

        when:
        restore(author, 1)

        then:
        posts.find(key).get().story().body() == new Markdown('first')
        posts.find(key).get().filing().tags().size() == 1
    }

    def "what is not there, not as it was seen, or in the trash is not restored"() {
        given:
        save('second')

        expect:
        restore(author, 9) == new RestoreRevision.Outcome.NoSuchRevision()
        restore(author, 1, new BasedOn.OneOf([0L] as Set)) == new RestoreRevision.Outcome.Stale()

        when:
        posts.save(posts.find(key).get().trash(author, clock.instant()).post())

        then:
        restore(author, 1) == new RestoreRevision.Outcome.InTrash()
        revisions.all.size() == 2
    }

    def "it is nobody's but those who work on it, who are not told of what nobody may see"() {
        given:
        def other = Writings.writer(People.newId())

        expect:
        list(other) == new ListRevisions.Outcome.NoSuchPost()
        show(other, 1) == new ShowRevision.Outcome.NoSuchPost()
        restore(other, 1) == new RestoreRevision.Outcome.NoSuchPost()

        when:
        posts.save(posts.find(key).get().publish(author, clock.instant()).post())

        then:
        list(other) == new ListRevisions.Outcome.NotYours()
        show(other, 1) == new ShowRevision.Outcome.NotYours()
        restore(other, 1) == new RestoreRevision.Outcome.NotYours()
        revisions.all.size() == 1
    }

    private PostKey getKey() {
        new PostKey.Id(post)
    }

    private PostId written() {
        def draft = Writings.draft(ayu, body: 'first')
        transactions.write {
            posts.claim(draft.slug(), draft.id())
            posts.add(draft, Writings.typeset(draft))
            revisions.keep(draft.id(), ayu, draft.story(), draft.filing(), clock.instant())
        }
        draft.id()
    }

    private void file(String tag) {
        def changes = new EditPost.Changes(null, null, null, null, [new TagName(tag)], new EditPost.Move.Stay(), null)
        assert editPost.edit(new EditPost.Command(author, key, new BasedOn.Any(), changes)) instanceof EditPost.Outcome.Edited
    }

    private void save(String body) {
        def changes = new EditPost.Changes(null, new Markdown(body), null, null, null, new EditPost.Move.Stay(), null)
        assert editPost.edit(new EditPost.Command(author, key, new BasedOn.Any(), changes)) instanceof EditPost.Outcome.Edited
    }

    private ListRevisions.Outcome list(Writer by) {
        listRevisions.list(new ListRevisions.Query(by, key, PAGE))
    }

    private ShowRevision.Outcome show(Writer by, int number) {
        showRevision.show(new ShowRevision.Query(by, key, number))
    }

    private RestoreRevision.Outcome restore(Writer by, int number, BasedOn seen = new BasedOn.Any()) {
        restoreRevision.restore(new RestoreRevision.Command(by, key, seen, number))
    }

    private class Reader implements RevisionReader {

        @Override
        Page<RevisionView> list(PostId of, PageRequest page) {
            new Page<>(revisions.all.findAll { it.post() == of }.collect { view(it) }.reverse(), null, null, null)
        }

        @Override
        Optional<RevisionTextView> find(PostId of, int number) {
            revisions.find(of, number).map { new RevisionTextView(view(it), it.story(), null) }
        }

        private RevisionView view(Revision revision) {
            new RevisionView(revision.number(), revision.story().title(), null, revision.savedAt())
        }
    }

    private class Shown implements PostReader {

        @Override
        Optional<PostView> find(PostKey which, Audience audience) {
            posts.find(which).map {
                def card = new PostCardView(it.id(), it.slug(), it.story().title(), '', 1, PostStatus.DRAFT, null, null, [], null, null,
                        0, 0, it.createdAt(), it.updatedAt(), it.version())
                new PostView(card, false, it.story().body(), new SafeHtml(''), [])
            }
        }

        @Override
        Page<PostCardView> list(PostReader.Selection selection, PostReader.Which which, PostOrder order, PageRequest page) {
            throw new UnsupportedOperationException()
        }
    }
}
