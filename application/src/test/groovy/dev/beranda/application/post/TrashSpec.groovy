package dev.beranda.application.post

import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.audit.FakeAuditLog
import dev.beranda.domain.post.PostEvent
import dev.beranda.domain.post.TrashPeriod
import dev.beranda.domain.post.Writer
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Origin
import java.time.Duration

class TrashSpec extends WritingSpecification {

    static final ORIGIN = new Origin(new ClientAddress('203.0.113.7', '203.0.113.7'), 'r1')

    def log = new FakeAuditLog()
    def transactions = new FakeTransactions(posts, revisions, tags, events, log)
    def month = new TrashPeriod.Of(Duration.ofDays(30))
    def movePost = new MovePost(posts, posts, reader, events, transactions, clock)
    def deletePost = new DeletePost(posts, posts, log, events, transactions, clock)
    def key = keyOf(write().post())

    def "who looks after everything deletes for good what lies in the trash, and that is written down"() {
        given:
        def post = thrownAway()

        expect:
        delete(editor) == new DeletePost.Outcome.Deleted()
        posts.find(key).empty
        events.all.last() == new PostEvent.Deleted(post.id(), clock.instant())
        with(log.all.first()) {
            action() == AuditAction.POST_DELETED
            actor() == editor.id()
            subject() == post.id().toString()
            before() == [slug: post.slug().value()]
        }
        delete(editor) == new DeletePost.Outcome.NoSuchPost()
        log.all.size() == 1
    }

    def "its author does not, and who may not know of it learns nothing"() {
        given:
        thrownAway()

        expect:
        delete(ayu) == new DeletePost.Outcome.NotYours()
        delete(stranger) == new DeletePost.Outcome.NoSuchPost()
        posts.find(key).present
        log.all.empty
    }

    def "what is not in the trash, or was saved since it was seen, stays"() {
        expect:
        delete(editor) == new DeletePost.Outcome.NotInTrash()

        when:
        thrownAway()

        then:
        delete(editor, new BasedOn.OneOf([0L] as Set)) == new DeletePost.Outcome.Stale()
        delete(editor, new BasedOn.OneOf([1L] as Set)) == new DeletePost.Outcome.Deleted()
    }

    def "what has lain there long enough is found and deleted, once, and told"() {
        given:
        def post = thrownAway()

        when:
        clock.goOn(Duration.ofDays(30))

        then:
        find(month) == []
        expire(post, month) == new ExpirePost.Outcome.NothingToDelete()

        when:
        clock.goOn(Duration.ofNanos(1))

        then:
        find(month) == [post.id()]
        (1..3).collect { expire(post, month) }*.class == [ExpirePost.Outcome.Deleted, ExpirePost.Outcome.NothingToDelete, ExpirePost.Outcome.NothingToDelete]
        events.all.count { it instanceof PostEvent.Deleted } == 1
        find(month) == []
        log.all.empty
    }

    def "what was brought back in between stays, and where nothing ever goes nothing does"() {
        given:
        def post = thrownAway()
        clock.goOn(Duration.ofDays(3000))

        expect:
        find(new TrashPeriod.ForEver()) == []
        expire(post, new TrashPeriod.ForEver()) == new ExpirePost.Outcome.NothingToDelete()

        when:
        movePost.move(new MovePost.Command(ayu, key, new BasedOn.Any(), new MovePost.Step.Restore()))

        then:
        expire(post, month) == new ExpirePost.Outcome.NothingToDelete()
        posts.find(key).present
    }

    private thrownAway() {
        movePost.move(new MovePost.Command(ayu, key, new BasedOn.Any(), new MovePost.Step.Trash()))
        posts.find(key).get()
    }

    private DeletePost.Outcome delete(Writer by, BasedOn seen = new BasedOn.Any()) {
        deletePost.delete(new DeletePost.Command(by, ORIGIN, key, seen))
    }

    private List find(TrashPeriod period) {
        new FindExpired(posts, period, clock).find(new FindExpired.Query(10))
    }

    private ExpirePost.Outcome expire(post, TrashPeriod period) {
        new ExpirePost(posts, posts, period, events, transactions, clock).expire(new ExpirePost.Command(post.id()))
    }
}
