package dev.beranda.domain.post

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Slug
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class PostSpec extends Specification {

    static final NOW = People.NOW + Duration.ofDays(1)
    static final BEFORE = NOW - Duration.ofHours(1)
    static final LATER = NOW + Duration.ofHours(1)

    static final DRAFT = new Stage.Draft()
    static final OUT = new Stage.Open(BEFORE, true)
    static final PLANNED = new Stage.Open(LATER, false)
    static final MISSED = new Stage.Open(BEFORE, false)
    static final BACK = new Stage.Withdrawn(BEFORE)

    def author = People.newId()
    def ayu = Writings.writer(author)
    def draft = Writings.draft(author)

    def "a post begins as a draft of its author's, which nobody else sees"() {
        expect:
        draft.stage() == DRAFT
        draft.author().is(author)
        !draft.isOpen(LATER)
        draft.version() == 0
    }

    def "what comes from another house is as far as it had come there, and never changed before it was written"() {
        given:
        def brought = Post.brought(draft.id(), new Author.Forgotten(), draft.slug(), draft.story(), draft.filing(), OUT, NOW, BEFORE)

        expect:
        brought.with { [it.author(), it.stage(), it.createdAt(), it.updatedAt(), it.version()] } == [new Author.Forgotten(), OUT, NOW, NOW, 0]

        when:
        def again = brought.broughtAgain(new Author.Known(author), draft.slug(), draft.story(), draft.filing(), DRAFT, LATER)

        then:
        again.with { [it.id(), it.author(), it.stage(), it.createdAt(), it.updatedAt(), it.version()] } ==
                [brought.id(), new Author.Known(author), DRAFT, NOW, LATER, 0]
    }

    def "what could be read there is no news here, what is to be read later will be"() {
        expect:
        Stage.openSince(from, NOW) == stage

        where:
        from   || stage
        BEFORE || new Stage.Open(BEFORE, true)
        NOW    || new Stage.Open(NOW, true)
        LATER  || new Stage.Open(LATER, false)
    }

    def "from #before, #step leads to #after, and the house hears #news"() {
        when:
        def change = take(step, at(before))

        then:
        change instanceof StageChange.Changed
        change.post().stage() == after
        change.events()*.class == [news]
        change.post().updatedAt() == NOW

        where:
        before              | step         || after                             | news
        DRAFT               | 'publish'    || new Stage.Open(NOW, true)         | PostEvent.Published
        PLANNED             | 'publish'    || new Stage.Open(NOW, true)         | PostEvent.Published
        BACK                | 'publish'    || OUT                               | PostEvent.Reopened
        DRAFT               | 'plan'       || PLANNED                           | PostEvent.Planned
        MISSED              | 'plan'       || new Stage.Open(LATER, true)       | PostEvent.Reopened
        OUT                 | 'plan'       || new Stage.Open(LATER, true)       | PostEvent.Reopened
        BACK                | 'plan'       || new Stage.Open(LATER, true)       | PostEvent.Reopened
        DRAFT               | 'backdate'   || OUT                               | PostEvent.Published
        PLANNED             | 'backdate'   || OUT                               | PostEvent.Published
        OUT                 | 'unpublish'  || BACK                              | PostEvent.Withdrawn
        PLANNED             | 'unpublish'  || DRAFT                             | PostEvent.Withdrawn
        DRAFT               | 'trash'      || new Stage.Trashed(DRAFT, NOW)     | PostEvent.Trashed
        OUT                 | 'trash'      || new Stage.Trashed(OUT, NOW)       | PostEvent.Trashed
        trashed(DRAFT)      | 'restore'    || DRAFT                             | PostEvent.Restored
        trashed(OUT)        | 'restore'    || OUT                               | PostEvent.Restored
        trashed(PLANNED)    | 'restore'    || PLANNED                           | PostEvent.Restored
        trashed(BACK)       | 'restore'    || BACK                              | PostEvent.Restored
        trashed(MISSED)     | 'restore'    || DRAFT                             | PostEvent.Restored
    }

    def "from #stage, #step changes nothing"() {
        expect:
        take(step, at(stage)) == new StageChange.Unchanged(at(stage))

        where:
        stage          | step
        OUT            | 'publish'
        PLANNED        | 'plan'
        OUT            | 'backdate'
        DRAFT          | 'unpublish'
        BACK           | 'unpublish'
        trashed(OUT)   | 'trash'
    }

    def "from #stage, #step leads nowhere"() {
        expect:
        take(step, at(stage)) == new StageChange.NotFromHere()

        where:
        stage          | step
        trashed(DRAFT) | 'publish'
        trashed(DRAFT) | 'plan'
        trashed(OUT)   | 'unpublish'
        DRAFT          | 'restore'
        OUT            | 'restore'
    }

    def "a #role whose post it is #may; another #role #othersMay"() {
        given:
        def own = Writings.writer(author, role)
        def other = Writings.writer(People.newId(), role)

        expect:
        ['publish', 'plan', 'unpublish', 'trash'].every { (take(it, draft, own) instanceof StageChange.NotTheirs) != may }
        ['publish', 'plan', 'unpublish', 'trash'].every { (take(it, draft, other) instanceof StageChange.NotTheirs) != othersMay }
        (rewritten(draft, own) instanceof Rewriting.NotTheirs) != may
        (rewritten(draft, other) instanceof Rewriting.NotTheirs) != othersMay

        where:
        role        || may   | othersMay
        Role.READER || false | false
        Role.AUTHOR || true  | false
        Role.EDITOR || true  | true
        Role.ADMIN  || true  | true
    }

    def "of whom nothing is known any more, nobody but editors looks after the posts"() {
        given:
        def orphan = new Post(draft.id(), new Author.Forgotten(), draft.slug(), draft.story(), draft.filing(), OUT, NOW, NOW, 3)

        expect:
        !orphan.isInHandsOf(ayu)
        orphan.isInHandsOf(Writings.writer(People.newId(), Role.EDITOR))
    }

    def "to write the same again is no change, and a post in the trash is not written on"() {
        expect:
        draft.rewrite(ayu, draft.slug(), draft.story(), draft.filing(), NOW) == new Rewriting.Unchanged(draft)
        rewritten(at(trashed(DRAFT))) == new Rewriting.InTrash()
    }

    def "it is known whether the words are others, or only the address"() {
        expect:
        rewritten(draft).inWords()
        with(draft.rewrite(ayu, new Slug('elsewhere'), draft.story(), draft.filing(), NOW)) {
            !inWords()
            post().slug() == new Slug('elsewhere')
        }
    }

    def "what is open can be read from its moment on"() {
        expect:
        at(new Stage.Open(NOW, true)).isOpen(NOW)
        !at(new Stage.Open(NOW, true)).isOpen(NOW - Duration.ofNanos(1))
        !at(trashed(OUT)).isOpen(NOW)
        !at(BACK).isOpen(NOW)
    }

    def "addresses are made of the title, numbered where it is taken, and the last is nobody else's"() {
        given:
        def id = new PostId(UUID.fromString('019d0000-0000-7000-8000-00000000beef'))
        def addresses = Post.addresses(id, 'A Walk!')

        expect:
        addresses*.value() == ['a-walk', *(2..9).collect { "a-walk-$it" }, "a-walk-${1000 + 0xbeef}"]*.toString()
        Post.addresses(id, '!?').first() == new Slug('post-00000000beef')
    }

    def "only what lies in the trash is deleted for good, and only by who looks after everything: #role"() {
        given:
        def by = new Writer(author, role)

        expect:
        at(trashed(OUT)).discard(by, NOW) == (may ? new Discarding.Discarded(new PostEvent.Deleted(at(OUT).id(), NOW)) : new Discarding.NotTheirs())
        [DRAFT, PLANNED, OUT, BACK].every { at(it).discard(by, NOW) == (may ? new Discarding.NotFromHere() : new Discarding.NotTheirs()) }

        where:
        role        || may
        Role.READER || false
        Role.AUTHOR || false
        Role.EDITOR || true
        Role.ADMIN  || true
    }

    def "what has lain in the trash long enough is gone, and nothing else"() {
        expect:
        at(trashed(OUT)).expire(BEFORE.plusNanos(1), NOW) instanceof Discarding.Discarded
        at(trashed(OUT)).expire(BEFORE, NOW) == new Discarding.NotFromHere()
        [DRAFT, PLANNED, OUT, BACK].every { at(it).expire(NOW.plusSeconds(9), NOW) == new Discarding.NotFromHere() }
    }

    def "how long that is can be said, or that it is never"() {
        expect:
        new TrashPeriod.Of(Duration.ofDays(2)).endedFor(NOW).get() == NOW - Duration.ofDays(2)
        new TrashPeriod.ForEver().endedFor(NOW).empty
    }

    private static Stage.Trashed trashed(Stage.Kept before) {
        new Stage.Trashed(before, BEFORE)
    }

    private Post at(Stage stage) {
        new Post(draft.id(), draft.author(), draft.slug(), draft.story(), draft.filing(), stage, draft.createdAt(), draft.updatedAt(), 7)
    }

    private Rewriting rewritten(Post post, Writer by = ayu) {
        post.rewrite(by, post.slug(), Writings.story(body: 'The sun came out.'), post.filing(), NOW)
    }

    private StageChange take(String step, Post post, Writer by = ayu) {
        switch (step) {
            case 'publish': return post.publish(by, NOW)
            case 'plan': return post.publish(by, LATER, NOW)
            case 'backdate': return post.publish(by, BEFORE, NOW)
            case 'unpublish': return post.unpublish(by, NOW)
            case 'trash': return post.trash(by, NOW)
            case 'restore': return post.restore(by, NOW)
        }
    }
}
